import Cells
import Themes

/// The sections at the bottom, and beside them what the keys do here; the rule above them marks the
/// open one.
func drawTabBar(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard !rect.isEmpty else { return }
  canvas.fill(rect, .bar)
  if rect.height >= 2 { canvas.rule(in: rect) }
  let row = rect.bottom(1)
  let margin = row.width >= 60 ? state.margin : row.width >= 40 ? 1 : 0
  let bar = TabLabels(state, width: row.width - margin * 2)
  var x = row.x + margin
  for label in bar.labels {
    let isCurrent = label.tab == state.tab
    let place = Rect(x: x, y: row.y, width: label.width, height: 1).intersection(row)
    drawTab(label, isCurrent: isCurrent, in: place, on: &canvas)
    if isCurrent, rect.height >= 2, place.width > 0 {
      let mark = String(repeating: "━", count: place.width)
      canvas.write(mark, in: Rect(x: x, y: rect.y, width: place.width, height: 1), .accent)
    }
    let title = state.title(of: label.tab)
    let news = label.tab == .more ? state.unreadWords : ""
    var element = Element(
      label.tab.id, .tab, news.isEmpty ? title : "\(title), \(news)", bounds: place,
      action: .showTab(label.tab))
    element.isSelected = isCurrent
    canvas.add(element)
    x += label.width + bar.gap
  }
  drawHints(state, in: row.inset(left: x - row.x, right: margin), on: &canvas)
}

private func drawTab(
  _ label: TabLabels.Label, isCurrent: Bool, in place: Rect, on canvas: inout Canvas
) {
  canvas.write(label.number, in: place, isCurrent ? .accent : .hint)
  var rest = place.inset(left: displayWidth(of: label.number))
  if !label.title.isEmpty {
    canvas.write(label.title, in: rest.inset(left: 1), isCurrent ? .currentTab : .bar)
    rest = rest.inset(left: displayWidth(of: label.title) + 1)
  }
  if label.hasNews { canvas.write("●", in: rest.inset(left: label.title.isEmpty ? 0 : 1), .accent) }
}

/// Number and title of each section; where they do not fit, only the current one has its title.
private struct TabLabels {
  struct Label {
    let tab: Tab
    let number: String
    var title: String
    let hasNews: Bool

    var width: Int {
      let words = title.isEmpty ? 0 : displayWidth(of: title) + 1
      return displayWidth(of: number) + words + (hasNews ? (title.isEmpty ? 1 : 2) : 0)
    }
  }

  let labels: [Label]
  /// Columns between two of them.
  let gap: Int

  init(_ state: State, width: Int) {
    let hasNews = !state.unreadWords.isEmpty
    var labels = state.numberedTabs.map { number, tab in
      Label(
        tab: tab, number: String(number), title: state.title(of: tab),
        hasNews: tab == .more && hasNews)
    }
    func needed(_ gap: Int) -> Int { labels.reduce(0) { $0 + $1.width + gap } }
    // The help is named beside them.
    let help = 10
    let fits = [3, 2].first { needed($0) + help <= width }
    if fits == nil {
      for place in labels.indices where labels[place].tab != state.tab { labels[place].title = "" }
    }
    gap = fits ?? 2
    self.labels = labels
  }
}

/// The commands that the footer names, as many as fit; they can be clicked.
private func drawHints(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let offered = state.commands(on: state.surface) {
    $0.isHinted && ($0.scope != .list || state.isMovable)
  }
  // Without room the first go first: what can be done everywhere, and at last the help.
  let order: [Action] = [.quit, .refresh]
  let first = order.flatMap { action in offered.filter { $0.action == action } }
  let rest = offered.filter { !order.contains($0.action) && $0.action != .showHelp }
  let own = rest.filter { $0.scope == .here }
  let help = offered.filter { $0.action == .showHelp }
  let commands = first + rest.filter { $0.scope != .here } + own + help
  canvas.hintLine(endingAtRight: commands.map { Hint($0, state) }, gap: 3, in: rect, on: .bar)
}

extension Hint {
  /// A command in the footer: what moves the selection is named, and cannot be clicked.
  fileprivate init(_ command: Command, _ state: State) {
    let isClickable =
      command.scope == .anywhere || command.scope == .here || command.action == .card(.show)
    self.init(
      id: Element.ID(rawValue: "command.\(command.hint)"), key: command.hint,
      title: state.phrases.say(command.label(state) ?? command.title),
      spoken: state.phrases.say(command.title), action: isClickable ? command.action : nil)
  }
}

extension State {
  func title(of tab: Tab) -> String {
    switch tab {
    case .home: phrases.say(.home)
    case .history: phrases.say(.history)
    case .rewards: phrases.say(.rewards)
    case .promotions: phrases.say(.promotions)
    case .more: phrases.say(.more)
    case .screen(let slug):
      screens.screen(slug).map { truncated($0.title(in: self), to: 14) } ?? slug
    }
  }
}

extension Tab {
  var id: Element.ID { Element.ID(rawValue: "tab.\(name)") }
}
