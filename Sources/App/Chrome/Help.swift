import Cells
import Themes

/// The keys that count where the help was asked for, those of the place first.
func drawHelp(_ state: State, on canvas: inout Canvas) {
  var rows: [(title: String, keys: [String])] = []
  for command in state.commands(on: state.surfaceBelowHelp) {
    let title = state.phrases.say(command.title)
    let hint = state.number(of: command.action) ?? command.hint
    if let row = rows.firstIndex(where: { $0.title == title }) {
      if !rows[row].keys.contains(hint) { rows[row].keys.append(hint) }
    } else {
      rows.append((title, [hint]))
    }
  }
  let rest = drawSheet(state.phrases.say(.keys), rows: rows.count + 1, state, on: &canvas)
  let width = min(24, rest.width / 2)
  for (index, row) in rows.prefix(rest.height).enumerated() {
    let place = rest.inset(top: index).top(1)
    let keys = row.keys.joined(separator: " ")
    canvas.write(keys, in: Rect(x: place.x, y: place.y, width: width, height: 1), .sheetHeading)
    canvas.write(row.title, in: place.inset(left: width + 1), .sheetText)
    canvas.add(
      Element(
        Element.ID(rawValue: "help.\(index)"), .text, "\(keys): \(row.title)", bounds: place))
  }
}

extension State {
  /// What the help speaks of: what it covers.
  fileprivate var surfaceBelowHelp: Surface {
    sheets.last { $0 != .help }?.surface ?? base
  }

  /// The key of a section, which depends on how many stand before it.
  fileprivate func number(of action: Action) -> String? {
    guard case .showTab(let tab) = action else { return nil }
    return numberedTabs.first { $0.tab == tab }.map { String($0.number) }
  }
}
