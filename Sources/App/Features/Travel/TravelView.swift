import Cells
import Loyalty
import Themes

/// As whom an editor wants to look at screens, and below what segments there are.
///
/// Where there is no room for the form and all names, these are told while segments are typed, and the
/// form shows what is around the caret.
func drawTravel(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let names = state.knownSegments
  let words =
    names.isEmpty ? "" : phrases.say(.travelKnown, ["segments": names.joined(separator: ", ")])
  let rows = travelRows(words, state)
  let rest = drawFormSheet(
    phrases.say(.travel), extra: words.isEmpty ? 2 : rows.all + 1, below: rows.shown + rows.gap,
    state, on: &canvas)
  guard rows.shown > 0 else { return }
  canvas.paragraph("travel.known", words, in: rest.inset(top: rows.gap), .sheetMuted)
}

/// Rows that the names take, how many of them are shown now, and those that keep them from the form.
private func travelRows(_ words: String, _ state: State) -> (all: Int, shown: Int, gap: Int) {
  let width = state.sheetPlace(rows: 0, pane: nil).rest.width
  guard !words.isEmpty, width > 0 else { return (0, 0, 0) }
  let all = wrapped(words, width: width).count
  let form = formRows(state, width: width)
  let height = state.sheetPlace(rows: form + all + 1, pane: nil).rest.height
  let fields = state.openForm?.fields.count ?? 0
  if form - fields + 1 + all <= height { return (all, all, 1) }
  // The field with the caret and the button keep their place.
  guard state.focusedFormField == .travelSegments else { return (all, 0, 0) }
  let shown = max(0, min(all, height - 3))
  return (all, shown, shown > 0 ? min(1, height - 3 - shown) : 0)
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
