import Cells
import Loyalty
import Themes

/// The switches: a row for each category, a column for each channel.
func drawPreferences(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let preferences = state.inbox.contents.preferences
  let sheet = drawFullSheet(
    phrases.say(.preferences), asOf: state.inbox.contents.confirmedAt, state, on: &canvas)
  var rest = sheet.body
  rest.width = min(rest.width, 64)
  guard !preferences.isEmpty else {
    canvas.awaited("preferences.empty", state, in: rest)
    return
  }
  if rest.height >= preferences.count + 5 {
    let rows = canvas.paragraph(
      "preferences.lead", phrases.say(.preferencesLead), in: rest.top(2), .sheetMuted)
    rest = rest.inset(top: rows + 1)
  }
  for (place, channel) in Preference.Channel.allCases.enumerated() {
    canvas.write(phrases.say(channel.title), in: column(place, rest), .sheetMuted, .center)
  }
  for preference in preferences.prefix(max(0, rest.height - 1)) {
    rest = rest.inset(top: 1)
    let title = preference.title.value(in: state.settings.language) ?? preference.category.rawValue
    let id = Element.ID(rawValue: "preferences.\(preference.category.rawValue)")
    canvas.label(
      id, .text, title, in: rest.inset(right: Columns.width * Columns.count), .sheetText)
    for (place, channel) in Preference.Channel.allCases.enumerated() {
      drawSwitch(preference, channel, title, state, in: column(place, rest), on: &canvas)
    }
  }
}

private enum Columns {
  static let width = 8
  static let count = Preference.Channel.allCases.count
}

private func column(_ place: Int, _ rect: Rect) -> Rect {
  let left = max(0, rect.width - (Columns.count - place) * Columns.width)
  return Rect(x: rect.x + left, y: rect.y, width: min(Columns.width, rect.width), height: 1)
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
    at: rect.inset(x: 1), .center,
    action: .inbox(.switchPreference(preference.category, channel)))
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
