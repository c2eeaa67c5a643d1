import Cells
import Content
import Loyalty

/// What the actions of content screens do.
func performScreens(_ action: ScreensAction, _ state: inout State) -> [Effect] {
  switch action {
  case .open(let slug): return state.openScreen(slug)
  case .fold(let id):
    if state.screens.unfolded.remove(id) == nil { state.screens.unfolded.insert(id) }
    return []
  case .follow(let kind, let target):
    return state.follow(BlockAction(.init(rawValue: kind), target))
  }
}

extension State {
  /// Screens over one another; those that link in a circle come round again.
  private static let deepest = 8

  mutating func openScreen(_ slug: String) -> [Effect] {
    guard isInside, let screen = screens.screen(slug) else {
      toast(phrases.say(.screenGone))
      return []
    }
    if screen.tab?.place == .bar, sheets.isEmpty || openScreen != nil {
      return App.perform(.showTab(.screen(slug)), &self)
    }
    guard sheets.last != .screen(slug: slug) else { return [] }
    // Back from a screen leads to where it was opened, however often the way went in a circle.
    if let place = sheets.firstIndex(of: .screen(slug: slug)) {
      sheets.removeSubrange((place + 1)...)
    } else {
      if sheets.count >= State.deepest { sheets.removeFirst() }
      openSheet(.screen(slug: slug))
    }
    focus = nil
    return loads(for: screen)
  }

  /// What live blocks need that is not at hand yet.
  func loads(for screen: Screen) -> [Effect] {
    let isLocal = screen.blocks.contains { $0.kind == .shops }
    return (isLocal && shops.contents.shops == nil ? [.load(.shops)] : []) + wholes(of: screen)
  }

  mutating func follow(_ action: BlockAction) -> [Effect] {
    switch action.kind {
    case .screen: return openScreen(action.target)
    case .reward:
      guard rewards.reward(.init(action.target)) != nil, offers(.rewards) else { return miss() }
      openSheet(.rewards(.reward(.init(action.target))))
    case .promotion:
      guard let promotion = promotions.promotion(.init(action.target)), offers(.promotions) else {
        return miss()
      }
      openPromotion(promotion, &self)
    case .shop:
      guard offers(.shops) else { return miss() }
      openSheet(.shops(.shop(.init(action.target))))
      return [.load(.shops)]
    case .url, .phone, .copy:
      let text = action.copied ?? action.target
      toast(phrases.say(.copied, ["text": text]))
      return [.screen(.copy(text))]
    case .ticket:
      let contacts = [program?.contacts.phone, program?.contacts.email].compactMap(\.self)
      toast(phrases.say(.screenContacts, ["contacts": contacts.joined(separator: " · ")]))
    default: return miss()
    }
    return []
  }

  /// Where the element that has the focus leads out of the app: an address, a number, a mail.
  var focusedLink: String? {
    guard let focus, let screen = openScreen else { return nil }
    let rect = screenBody
    let rows = ScreenRows(screen, width: rect.width, self)
    let scroll = screens.scrolls[screen.slug] ?? ScreenScroll()
    let shown = rows.shown(from: scroll, in: rect).pictures.flatMap(\.picture.elements)
    let action = shown.first { $0.id == focus }?.action
    guard case .screens(.follow(let kind, let target)) = action else { return nil }
    return BlockAction(.init(rawValue: kind), target).copied
  }

  /// It is not here any more, or this version does not know it.
  private mutating func miss() -> [Effect] {
    toast(phrases.say(.screenTargetGone))
    return []
  }

  /// Scrolls the open screen.
  mutating func scrollScreen(_ move: Move) {
    guard let screen = openScreen else { return }
    let rect = screenBody
    let rows = ScreenRows(screen, width: rect.width, self)
    let old = screens.scrolls[screen.slug] ?? ScreenScroll()
    let new = rows.scroll(old, move, height: rect.height)
    screens.scrolls[screen.slug] = new
    guard let focus, let seen else { return }
    let isBlock = rows.shows(focus, from: old, in: rect)
    let isElsewhere = !isBlock && seen.elements.contains { $0.id == focus }
    if !isElsewhere, !rows.shows(focus, from: new, in: rect) { self.focus = nil }
  }
}

extension BlockAction {
  /// What of it goes on the clipboard, of a mail its address; `nil` for what leads on in the app.
  fileprivate var copied: String? {
    guard [.url, .phone, .copy].contains(kind) else { return nil }
    let scheme = "mailto:"
    guard target.lowercased().hasPrefix(scheme) else { return target }
    return String(target.dropFirst(scheme.count).prefix { $0 != "?" })
  }
}
