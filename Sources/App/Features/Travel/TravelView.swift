import Cells
import Loyalty
import Themes

/// As whom an editor wants to look at screens.
func drawTravel(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let segments = state.knownSegments.joined(separator: ", ")
  let rest = drawFormSheet(
    phrases.say(.travel), extra: segments.isEmpty ? 2 : 4, state, on: &canvas)
  guard !rest.isEmpty, !segments.isEmpty else { return }
  canvas.paragraph(
    "travel.known", phrases.say(.travelKnown, ["segments": segments]), in: rest, .sheetMuted)
}

/// The line above a screen that says as whom it is looked at, and leads back.
func drawTravelBanner(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard state.travel != nil, !rect.isEmpty else { return }
  let line = rect.top(1)
  canvas.fill(line, .surface)
  let back = Hint(
    id: "travel.back", key: Command.key(.back), title: state.phrases.say(.travelBack), action: nil)
  let width = back.width + 1
  let hasRoom = line.width >= width + 20
  let words = state.travelWords
  let place = line.inset(left: 1, right: hasRoom ? width + 1 : 0)
  canvas.write(truncated(words, to: place.width), in: place, canvas.style(.warning, on: .surface))
  if hasRoom {
    canvas.hint(back, in: line.inset(left: line.width - width), on: .surface)
  }
  canvas.add(
    Element("travel.banner", .button, words, bounds: line, action: .travel(.end)))
}

extension State {
  /// Whom the editor plays: "As: Gold · ru · 1 December, 10:00".
  var travelWords: String {
    guard let travel else { return "" }
    var parts: [String] = []
    if travel.isGuest { parts.append(phrases.say(.travelGuest)) }
    if let id = travel.tier {
      let tier = home.contents.tier?.tiers.first { $0.id == id }
      parts.append(tier?.name.value(in: settings.language) ?? cleaned(id.rawValue, limit: 30))
    }
    parts += travel.segments.sorted()
    if let language = travel.language { parts.append(language.rawValue) }
    if let moment = travel.moment { parts.append(self.moment(moment)) }
    if let width = travel.width { parts.append(phrases.count(width, .column)) }
    if let version = travel.version { parts.append("v\(version)") }
    return phrases.say(.travelAs, ["who": parts.joined(separator: " · ")])
  }
}
