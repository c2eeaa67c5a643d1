import Cells
import Loyalty
import Themes

/// What is typed to find a key, and how far the help is scrolled.
public struct HelpState: Equatable, Sendable {
  var filter = TextField(limit: 40)
  var top = 0

  public init() {}
}

/// The keys that count where the help was asked for: here, where one can go, and of the app.
func drawHelp(_ state: State, on canvas: inout Canvas) {
  let groups = state.helpGroups
  let width = min(100, state.size.width - 6)
  let columns = width >= 84 ? groups.count : width >= 56 ? min(2, groups.count) : 1
  let lines = HelpColumn.split(groups, into: max(1, columns))
  let rows = (lines.map(\.count).max() ?? 0) + 3
  let rest = drawSheet(
    state.phrases.say(.keys), rows: max(5, rows), width: width, state, on: &canvas)
  drawInput(
    .helpFilter, state.phrases.say(.helpFilter), state.help.filter,
    placeholder: state.phrases.say(.helpFilterHint), state, in: rest.top(1), on: &canvas)
  let body = rest.inset(top: rest.height >= 4 ? 2 : 1)
  guard !groups.isEmpty else {
    canvas.note("help.none", state.phrases.say(.helpNone), in: body, .sheetMuted)
    return
  }
  let gap = 3
  let each = (body.width - gap * (lines.count - 1)) / max(1, lines.count)
  let longest = lines.map(\.count).max() ?? 0
  let top = max(0, min(state.help.top, longest - body.height))
  var number = 0
  for (index, column) in lines.enumerated() {
    let place = Rect(
      x: body.x + index * (each + gap), y: body.y, width: each, height: body.height)
    for (row, line) in column.dropFirst(top).prefix(body.height).enumerated() {
      draw(line, &number, in: place.inset(top: row).top(1), on: &canvas)
    }
  }
  canvas.scrollMarks(isAbove: top > 0, isBelow: top + body.height < longest, in: body)
}

private func draw(
  _ line: HelpLine, _ number: inout Int, in place: Rect, on canvas: inout Canvas
) {
  switch line {
  case .air: return
  case .head(let title, let id):
    canvas.section(SectionHead(id: Element.ID(rawValue: "help.\(id)"), title: title), in: place)
  case .key(let keys, let title):
    let column = min(10, max(6, place.width / 3))
    let shown = truncated(keys, to: max(1, place.width / 2))
    canvas.write(shown, in: place, .key)
    canvas.write(title, in: place.inset(left: max(column, displayWidth(of: shown) + 1)), .sheetText)
    canvas.add(
      Element(Element.ID(rawValue: "help.\(number)"), .text, "\(keys): \(title)", bounds: place))
    number += 1
  }
}

private enum HelpLine {
  case head(String, id: String)
  case key(String, String)
  case air
}

/// Groups one below the other.
private enum HelpColumn {
  static func split(_ groups: [HelpGroup], into columns: Int) -> [[HelpLine]] {
    var all = [[HelpLine]](repeating: [], count: columns)
    for (index, group) in groups.enumerated() {
      // What has no column of its own stands below the shortest.
      let lengths = all.map(\.count)
      let place = index < columns ? index : lengths.firstIndex(of: lengths.min() ?? 0) ?? 0
      if !all[place].isEmpty { all[place].append(.air) }
      all[place].append(.head(group.title, id: group.id))
      all[place] += group.rows.map { HelpLine.key($0.keys.joined(separator: " "), $0.title) }
    }
    return all
  }
}

/// Keys of one kind.
struct HelpGroup {
  let id: String
  let title: String
  var rows: [(title: String, keys: [String])] = []

  mutating func add(_ title: String, _ key: String) {
    if let row = rows.firstIndex(where: { $0.title == title }) {
      if !rows[row].keys.contains(key) { rows[row].keys.append(key) }
    } else {
      rows.append((title, [key]))
    }
  }
}

extension State {
  /// What counts where the help was asked for, as far as it has what is typed.
  var helpGroups: [HelpGroup] {
    let surface = sheets.last { $0 != .help }?.surface ?? base
    var here = HelpGroup(id: "here", title: phrases.say(.helpHere))
    var go = HelpGroup(id: "go", title: phrases.say(.helpGo))
    var app = HelpGroup(id: "app", title: phrases.say(.helpApp))
    if surface.scopes.contains(.section) {
      for (number, tab) in numberedTabs { go.add(title(of: tab), String(number)) }
    }
    for command in commands(on: surface) {
      let title = phrases.say(command.title)
      switch command.scope {
      case .here, .list, .sheet: here.add(title, command.hint)
      case .section:
        if case .showTab = command.action { continue }
        go.add(title, command.hint)
      case .anywhere: app.add(title, command.hint)
      }
    }
    return [here, go, app].map { group in
      var group = group
      group.rows.removeAll { row in !isWanted("\(row.title) \(row.keys.joined(separator: " "))") }
      return group
    }.filter { !$0.rows.isEmpty }
  }

  private func isWanted(_ text: String) -> Bool {
    SearchableText(text).hasAll(wordsOf: SearchableText(help.filter.text))
  }
}

extension Surface {
  static let help = Surface(
    list: .text { state, move in
      let page = max(1, state.size.height / 2)
      switch move {
      case .rows(let rows): state.help.top += rows
      case .pages(let pages): state.help.top += pages * page
      case .first: state.help.top = 0
      case .last: state.help.top = 1000
      }
      state.help.top = max(
        0, min(state.help.top, state.helpGroups.reduce(0) { $0 + $1.rows.count }))
    },
    line: { state in
      // Tab may have gone on to the way out.
      guard state.focus == nil || state.focus == .helpFilter else { return nil }
      return TypedLine(
        id: .helpFilter, text: \.help.filter, enter: .back, willEdit: { $0.help.top = 0 })
    }, draw: drawHelp)
}

extension Element.ID {
  static let helpFilter: Element.ID = "help.filter"
}
