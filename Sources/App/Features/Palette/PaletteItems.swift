import Loyalty

extension State {
  /// All that the palette has, in the order in which it stands there.
  ///
  /// - Parameter isFinding: without commands.
  func paletteItems(isFinding: Bool) -> [PaletteItem] {
    var below = self
    if below.sheets.last == .palette { below.sheets.removeLast() }
    var list = PaletteItems(below)
    if !isFinding {
      list.addCommandsHere()
      if below.isInside { list.addScreens() }
      list.addCommandsOfApp()
      if below.isInside { list.addCommandsElsewhere() }
    }
    if below.isInside { list.addFound() }
    return list.items
  }

  /// What would be lost by going elsewhere, which only leaving it by its own way asks about.
  fileprivate var heldBy: Phrase? {
    if sheets.contains(.editor(.main)) { return .paletteInEditor }
    guard let form, form.hasNewWords, !form.sheet.surface.keepsWords else { return nil }
    return .paletteInForm
  }
}

/// Collects what can be done and opened; what two places lead to is there once.
private struct PaletteItems {
  private(set) var items: [PaletteItem] = []
  private let state: State
  private let held: Phrase?
  private var known: [Action] = []

  init(_ state: State) {
    self.state = state
    held = state.heldBy
  }

  /// Moving around, and the palette itself.
  private static let unlisted: Set<Phrase> = [
    .move, .open, .choose, .back, .sectionBeside, .palette, .paletteFind,
  ]

  private mutating func isNew(_ action: Action) -> Bool {
    if known.contains(action) { return false }
    known.append(action)
    return true
  }

  mutating func addCommandsHere() {
    for command in state.surface.commands where isWorth(command, state) {
      add(command, .here, title: command.label(state) ?? command.title)
    }
  }

  mutating func addScreens() {
    for (number, tab) in state.numberedTabs where tab != state.tab || !state.sheets.isEmpty {
      let title = Tab.own.contains(tab) ? names(of: .showTab(tab)) : []
      add(
        .showTab(tab), .go, title: state.title(of: tab), key: String(number), aliases: title,
        isLeaving: true)
    }
    for item in state.moreItems where !isOfApp(item.action) {
      add(
        item.action, .go, title: item.title, note: item.note, key: key(of: item.action),
        aliases: names(of: item.action), isLeaving: true)
    }
  }

  mutating func addCommandsOfApp() {
    let menu = state.moreItems
    for command in Command.common where command.scope != .list && isWorth(command, state) {
      if command.scope == .section, !state.isInside { continue }
      if case .showTab = command.action { continue }
      // What the menu calls otherwise is found by that name too.
      let names = menu.filter { $0.action == command.action }.map(\.title)
      add(
        command, .app, title: command.title, names: names, isLeaving: command.scope == .section)
    }
    for item in state.moreItems where isOfApp(item.action) {
      add(item.action, .app, title: item.title, key: key(of: item.action), isLeaving: true)
    }
  }

  /// What the screens that one can go to have of their own.
  mutating func addCommandsElsewhere() {
    let ways = items.filter { $0.group == .go }
    for way in ways where way.obstacle.isEmpty {
      var there = state
      _ = way.run(&there)
      guard there.sheets != state.sheets || there.tab != state.tab else { continue }
      for command in there.surface.commands where isWorth(command, there) {
        let title = state.phrases.say(command.title)
        guard isNew(command.action) else { continue }
        items.append(
          PaletteItem(
            group: .elsewhere, id: "elsewhere.\(way.title).\(title)", title: title,
            note: way.title, key: command.key, aliases: [other(command.title)],
            obstacle: obstacle(command.action, isLeaving: true),
            run: { [action = command.action] in
              let effects = way.run(&$0)
              return effects + perform(action, &$0)
            }))
      }
    }
  }

  mutating func addFound() {
    for item in FeatureDescription.all.flatMap({ $0.finds(state) }) {
      guard let held else {
        items.append(item)
        continue
      }
      var item = PaletteItem(
        id: item.id, title: item.title, note: item.note, aliases: item.aliases,
        run: PaletteItems.refusing(held))
      item.obstacle = state.phrases.say(held)
      items.append(item)
    }
  }

  private func isWorth(_ command: Command, _ state: State) -> Bool {
    !PaletteItems.unlisted.contains(command.title) && state.offers(command.action)
      && command.when(state)
  }

  /// Whether it is the app's own and no screen.
  private func isOfApp(_ action: Action) -> Bool {
    FeatureDescription.app.menu(state).contains { $0.action == action }
  }

  private mutating func add(
    _ command: Command, _ group: PaletteItem.Group, title: Phrase, names: [String] = [],
    isLeaving: Bool = false
  ) {
    add(
      command.action, group, title: state.phrases.say(title), key: command.key,
      aliases: [other(title)] + names, isLeaving: isLeaving)
  }

  private mutating func add(
    _ action: Action, _ group: PaletteItem.Group, title: String, note: String = "",
    key: String, aliases: [String] = [], isLeaving: Bool
  ) {
    guard isNew(action) else { return }
    let refusal = isLeaving ? held.map(PaletteItems.refusing) : nil
    items.append(
      PaletteItem(
        group: group, id: "\(group).\(title)", title: title, note: note, key: key,
        aliases: aliases, obstacle: obstacle(action, isLeaving: isLeaving),
        run: refusal ?? { state in perform(action, &state) }))
  }

  private static func refusing(_ why: Phrase) -> @Sendable (inout State) -> [Effect] {
    { state in
      state.toast(state.phrases.say(why), isError: true)
      return []
    }
  }

  /// Why nothing would come of it now.
  private func obstacle(_ action: Action, isLeaving: Bool) -> String {
    let phrases = state.phrases
    if isLeaving, let held { return phrases.say(held) }
    if action.access.who == .member, !state.isSignedIn { return phrases.say(.paletteLogIn) }
    guard state.network.isAway, action.access.needsServer != nil else { return "" }
    return phrases.say(.paletteOffline)
  }

  /// The key that does it on the sections, or at home.
  private func key(of action: Action) -> String { Command.key(action, on: .home) }

  private func names(of action: Action) -> [String] {
    let commands = Command.common + Surface.home.commands
    return commands.first { $0.action == action }.map { [other($0.title)] } ?? []
  }

  /// Its name in the language that the screen does not speak.
  private func other(_ title: Phrase) -> String {
    state.settings.language == .russian ? title.english : title.russian
  }
}
