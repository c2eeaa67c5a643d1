import Cells
import Loyalty
import Themes

/// What the program writes about, one card below the other, with a switch for each channel; below
/// them where each channel leads.
func drawPreferences(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let preferences = state.inbox.contents.preferences
  let beside = state.size.width >= State.leastWidth ? 44 : 0
  let sheet = drawFullSheet(
    phrases.say(.preferences), asOf: state.inbox.contents.confirmedAt, beside: beside, state,
    on: &canvas)
  var rest = sheet.body.narrowed(to: 76)
  guard !preferences.isEmpty else {
    canvas.awaited("preferences.empty", state, in: rest)
    return
  }
  let names = preferences.map { Columns.rows(ofName: $0, state, in: rest) }
  let taken = names.reduce(0, +)
  if rest.height >= max(preferences.count + 5, taken + 4) {
    let rows = canvas.paragraph(
      "preferences.lead", phrases.say(.preferencesLead), in: rest.top(2), .sheetMuted)
    rest = rest.inset(top: rows + 1)
  }
  let columns = Columns(rest, count: preferences.count)
  for (place, channel) in Preference.Channel.allCases.enumerated() {
    canvas.write(
      phrases.say(channel.title), in: columns.place(place, in: rest), .sheetMuted, .center)
  }
  rest = rest.inset(top: 1)
  // Long names go on in the next row, where all of them have room for it.
  let hasRoom = taken <= rest.height
  for (preference, name) in zip(preferences, names) {
    guard !rest.isEmpty else { return }
    let rows = columns.isCard ? Columns.cardRows : hasRoom ? name : 1
    drawPreference(preference, columns, state, in: rest.top(rows), on: &canvas)
    rest = rest.inset(top: rows + (columns.isCard ? 1 : 0))
  }
  guard beside > 0, sheet.rule.height > 0 else {
    return drawReach(state, in: rest.inset(top: 1), on: &canvas)
  }
  let pane = canvas.bounds.inset(left: canvas.bounds.width - beside).top(sheet.rule.y)
  canvas.area(pane, on: .surface) { canvas, place in
    drawReach(state, in: place.inset(x: 3, y: 1), on: &canvas)
  }
}

/// A title and its switches, on a ground of their own where there is room.
private func drawPreference(
  _ preference: Preference, _ columns: Columns, _ state: State, in rect: Rect,
  on canvas: inout Canvas
) {
  let title = preference.name(state)
  let id = Element.ID(rawValue: "preferences.\(preference.category.rawValue)")
  let isCard = columns.isCard
  canvas.area(rect, on: isCard ? .surface : canvas.ground) { canvas, place in
    let row = place.inset(x: isCard ? 2 : 0, y: isCard ? 1 : 0)
    let switches = Columns.width(place) * Columns.count
    canvas.paragraph(
      id, title,
      in: Rect(x: row.x, y: row.y, width: rect.maxX - switches - row.x, height: row.height),
      isCard ? .heading : .text)
    for (place, channel) in Preference.Channel.allCases.enumerated() {
      let box = columns.place(place, in: Rect(x: rect.x, y: row.y, width: rect.width, height: 1))
      drawSwitch(preference, channel, title, state, in: box, on: &canvas)
    }
  }
}

/// Where the messages of each channel go.
private func drawReach(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard rect.height >= 4,
    let member = state.profile.contents.member ?? state.home.contents.member
  else { return }
  let phrases = state.phrases
  canvas.section(
    SectionHead(id: "preferences.reach", title: phrases.say(.preferencesReach)), in: rest(0))
  let phone = PhoneNumber(e164: member.phone)?.formatted ?? member.phone
  let places = [
    phrases.say(.preferencesReachPush), member.email ?? phrases.say(.preferencesNoEmail), phone,
  ]
  for (row, (channel, place)) in zip(Preference.Channel.allCases, places).enumerated() {
    let line = rest(row + 1)
    canvas.write(phrases.say(channel.title), in: line, .muted)
    canvas.label(
      Element.ID(rawValue: "preferences.reach.\(channel.rawValue)"), .text, place,
      in: line.inset(left: min(14, line.width / 3)), .text)
  }
  func rest(_ row: Int) -> Rect { rect.inset(top: row).top(1) }
}

/// The switches stand below the names of their channels.
private struct Columns {
  /// Whether each row has a ground of its own.
  let isCard: Bool

  static let count = Preference.Channel.allCases.count
  static let cardRows = 3

  init(_ rect: Rect, count: Int) {
    isCard = rect.height >= count * (Columns.cardRows + 1) + 1 && rect.width >= 50
  }

  /// Rows that a name needs beside its switches.
  static func rows(ofName preference: Preference, _ state: State, in rect: Rect) -> Int {
    let room = max(1, rect.width - width(rect) * count)
    return max(1, wrapped(preference.name(state), width: room, maxLines: 3).count)
  }

  static func width(_ rect: Rect) -> Int { rect.width >= 60 ? 11 : 8 }

  func place(_ place: Int, in rect: Rect) -> Rect {
    let width = Columns.width(rect)
    let margin = isCard ? 1 : 0
    let left = max(0, rect.width - (Columns.count - place) * width - margin)
    return Rect(x: rect.x + left, y: rect.y, width: min(width, rect.width), height: 1)
  }
}

private func drawSwitch(
  _ preference: Preference, _ channel: Preference.Channel, _ title: String, _ state: State,
  in rect: Rect, on canvas: inout Canvas
) {
  let phrases = state.phrases
  let isOn = preference[channel]
  let id = Element.ID(
    rawValue: "preferences.\(preference.category.rawValue).\(channel.rawValue)")
  let word = phrases.say(isOn ? .switchedOn : .switchedOff)
  canvas.toggle(
    id, word, isOn: isOn, spoken: "\(title), \(phrases.say(channel.title)): \(word)", in: rect,
    action: .inbox(.switchPreference(preference.category, channel)))
}

extension Preference {
  fileprivate func name(_ state: State) -> String {
    title.value(in: state.settings.language) ?? category.rawValue
  }
}

extension Preference.Channel {
  var title: Phrase {
    switch self {
    case .push: .channelPush
    case .email: .channelEmail
    case .sms: .channelSMS
    }
  }
}
