import Cells
import Loyalty

/// How the page is divided: what is asked, and the terms beside it, or between where there is no room.
struct JoiningLayout {
  /// All of the terms, as wide as their place.
  let lines: [String]
  /// Title and lead; empty where there is no room.
  let head: Rect
  let name: Rect
  /// Of the terms.
  let section: Rect
  let text: Rect
  let choices: Rect
  let buttons: Rect
  /// The ground of the terms beside; `nil` where they stand between.
  let paper: Rect?
  /// Whether a choice has its words below it.
  let isRoomy: Bool

  init(_ state: State) {
    let page = state.joining.page
    let screen = Rect(state.size)
    let header = Layout(state.size).header
    let foot = screen.height >= 12 ? 1 : 0
    let area = screen.inset(top: header.maxY, bottom: foot)
    let count = page?.choices.count ?? 0
    let nameRows = page?.asksName == true ? (area.height >= 18 ? 3 : 1) : 0
    let problem = state.joining.problem == nil ? 0 : 1
    if screen.width >= 100, screen.height >= 22 {
      let left = 44
      let ground = screen.inset(left: left + 8, bottom: 0)
      paper = ground
      isRoomy = true
      let column = Rect(x: state.margin, y: area.y, width: left, height: area.height)
      let rows = 4 + (nameRows > 0 ? 4 : 0) + (count > 0 ? 1 + 4 * count : 0) + 3
      var rest = column.inset(top: max(1, (area.height - rows) / 3))
      head = rest.top(4)
      rest = rest.inset(top: 4)
      name = nameRows > 0 ? rest.top(2 + problem) : rest.top(0)
      rest = rest.inset(top: nameRows > 0 ? 3 + problem : 0)
      choices = count > 0 ? rest.top(1 + 4 * count) : rest.top(0)
      rest = rest.inset(top: choices.height)
      buttons = rest.top(3)
      let inner = ground.inset(left: 4, top: header.y, right: 4, bottom: 2).narrowed(to: 76)
      section = inner.top(1)
      text = inner.inset(top: 2)
    } else {
      paper = nil
      let inner = area.inset(x: state.margin).centered(width: 76)
      isRoomy = inner.height >= 19
      let air = inner.height >= 14 ? 1 : 0
      head = inner.top(isRoomy ? 3 : 0)
      var rest = inner.inset(top: head.height)
      name = rest.top(nameRows == 3 ? 2 + problem : nameRows + (nameRows > 0 ? problem : 0))
      rest = rest.inset(top: name.height + (name.height > 0 ? air : 0))
      buttons = rest.bottom(rest.width >= 56 ? 1 : 2)
      rest = rest.inset(bottom: buttons.height + air)
      choices = rest.bottom(min(count, max(0, rest.height - 3)))
      rest = rest.inset(bottom: choices.height + (choices.height > 0 ? air : 0))
      section = rest.top(1)
      text = rest.inset(top: 1)
    }
    lines = JoiningLayout.lines(page?.terms ?? [], state, width: text.width - 2)
  }

  private static func lines(_ terms: [Consent], _ state: State, width: Int) -> [String] {
    let language = state.settings.language
    var lines: [String] = []
    for consent in terms {
      let words = (consent.document ?? consent.text).value(in: language) ?? ""
      if terms.count > 1 {
        lines += [consent.title.value(in: language) ?? consent.id.rawValue, ""]
      }
      for paragraph in words.split(whereSeparator: \.isNewline) {
        lines += wrapped(paragraph, width: max(1, width)) + [""]
      }
    }
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
