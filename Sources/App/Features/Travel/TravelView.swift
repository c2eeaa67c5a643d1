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

/// The band above a screen that says as whom it is looked at, and leads back.
///
/// - Parameter column: where the screen's own words stand.
func drawTravelBanner(
  _ state: State, in rect: Rect, column: Rect? = nil, on canvas: inout Canvas
) {
  guard state.travel != nil, !rect.isEmpty else { return }
  canvas.fill(rect, .surface)
  for row in 0..<rect.height {
    canvas.write("▌", in: rect.inset(top: row).narrowed(to: 1), canvas.style(.accent, on: .surface))
  }
  let middle = rect.centered(height: 1)
  let left = max(2, (column?.x ?? 2) - rect.x)
  let right = max(1, rect.maxX - min(rect.maxX, column?.maxX ?? rect.maxX))
  let line = middle.inset(left: min(left, rect.width), right: right)
  let back = Hint(
    id: "travel.back", key: Command.key(.back), title: state.phrases.say(.travelBack), action: nil)
  let hasRoom = line.width >= back.width + 20
  let words = state.travelWords
  var place = line.inset(right: hasRoom ? back.width + 2 : 0)
  // The name of the row is quiet, whom the editor plays is not.
  let name = state.phrases.say(.travelAs, ["who": ""])
  canvas.write(name, in: place, canvas.style(.surfaceMuted, on: .surface))
  place = place.inset(left: displayWidth(of: name))
  let who = String(words.dropFirst(name.count))
  canvas.write(truncated(who, to: place.width), in: place, canvas.style(.heading, on: .surface))
  if hasRoom { canvas.wayOut(back, in: line, on: .surface) }
  canvas.add(
    Element("travel.banner", .button, words, bounds: rect, action: .travel(.end)))
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
    if let moment = travel.moment {
      parts.append(phrases.moment(moment, now: now, in: settings.zone))
    }
    if let width = travel.width { parts.append(phrases.count(width, .column)) }
    if let version = travel.version { parts.append("v\(version)") }
    return phrases.say(.travelAs, ["who": parts.joined(separator: " · ")])
  }
}
