import Content
import Loyalty

/// The screens that the business edits itself, and where in them the member is.
public struct ScreensState: Hashable, Sendable {
  public internal(set) var contents = ScreensContents()
  /// The first row on the screen, by the screen's slug.
  var scrolls: [String: ScreenScroll] = [:]
  /// Answers that are open.
  var unfolded: Set<Block.ID> = []

  public init() {}

  func screen(_ slug: String) -> Screen? { contents.screens?.first { $0.slug == slug } }

  /// Those of a place in the app, in the server's order.
  func screens(in place: Screen.Tab.Place) -> [Screen] {
    (contents.screens ?? []).filter { $0.tab?.place == place }
  }
}

/// A place in a screen, which a change of other blocks does not move.
struct ScreenScroll: Hashable, Sendable {
  /// The block that is cut by the upper edge; `nil` is the beginning.
  var block: Block.ID?
  /// Rows of it above the edge.
  var row = 0
}

extension State {
  /// The content screen that has the keys.
  var openScreen: Screen? {
    switch sheets.last {
    case .screen(let slug): screens.screen(slug)
    case nil:
      if isInside, case .screen(let slug) = tab { screens.screen(slug) } else { nil }
    case .some: nil
    }
  }

  /// Who looks at the screens: the server has left out the blocks that are for others.
  var audience: Audience {
    Audience(language: settings.language, now: now)
  }

  /// Whether the member may edit content.
  var canEdit: Bool {
    isSignedIn && (home.contents.member?.roles ?? []).contains { $0.includes(.editor) }
  }

  /// Takes over what the store holds; leaves screens that are not there any more.
  mutating func show(_ contents: ScreensContents) {
    screens.contents = contents
    let kept = sheets.filter { sheet in
      if case .screen(let slug) = sheet { screens.screen(slug) != nil } else { true }
    }
    if kept.count < sheets.count {
      sheets = kept
      focus = nil
      toast(phrases.say(.screenGone))
    }
    leaveWithdrawn()
    more.show(count: moreItems.count, height: historyRows)
  }

  /// When the open screen looks different by itself: a block comes or goes, a minute has passed.
  var screenDeadline: Instant? {
    guard let screen = openScreen else { return nil }
    let ticks = screen.blocks.contains { $0.kind == .countdown }
    let minute = Instant(milliseconds: (now.rawValue / 60_000 + 1) * 60_000)
    return [screen.nextChange(after: now), ticks ? minute : nil].compactMap(\.self).min()
  }
}
