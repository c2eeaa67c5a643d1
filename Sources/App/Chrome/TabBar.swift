import Cells
import Themes

/// The sections at the bottom, and beside them what the keys do here.
func drawTabBar(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard !rect.isEmpty else { return }
  canvas.fill(rect, .bar)
  var x = rect.x
  let labels = tabLabels(state, width: rect.width)
  for (tab, label) in zip(state.tabs, labels) {
    let title = state.title(of: tab)
    let isCurrent = tab == state.tab
    let width = displayWidth(of: label) + 2
    let place = Rect(x: x, y: rect.y, width: width, height: 1).intersection(rect)
    canvas.fill(place, isCurrent ? .currentTab : .bar)
    canvas.write(label, in: place.inset(x: 1), isCurrent ? .currentTab : .bar)
    let news = tab == .more ? state.unreadWords : ""
    let spoken = news.isEmpty ? title : "\(title), \(news)"
    var element = Element(tab.id, .tab, spoken, bounds: place, action: .showTab(tab))
    element.isSelected = isCurrent
    canvas.add(element)
    x += width
  }
  drawHints(state, in: rect.inset(left: x - rect.x + 1, right: 1), on: &canvas)
}

/// Number and title of each section; where they do not fit, only the current one has its title.
private func tabLabels(_ state: State, width: Int) -> [String] {
  let mark = state.unreadWords.isEmpty ? "" : "●"
  let labels = state.numberedTabs.map { number, tab in
    "\(number)\(tab == .more ? mark : "") \(state.title(of: tab))"
  }
  guard labels.reduce(0, { $0 + displayWidth(of: $1) + 2 }) > width else { return labels }
  return zip(state.tabs, labels).map { tab, label in
    tab == state.tab ? label : String(label.prefix { $0 != " " })
  }
}

/// The commands that the footer names, as many as fit; they can be clicked.
private func drawHints(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  let offered = state.commands.filter(\.isHinted)
  // What counts only here goes last when there is no room, but for the help and the way out.
  let last: [Action] = [.showHelp, .quit]
  let own = offered.filter { $0.scope == .here }
  let commands =
    offered.filter { !last.contains($0.action) && $0.scope != .here }
    + own + offered.filter { last.contains($0.action) }
  canvas.hintLine(endingAtRight: commands.map { Hint($0, state) }, gap: 2, in: rect, on: .bar)
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
