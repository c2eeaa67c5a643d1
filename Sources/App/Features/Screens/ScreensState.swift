import Content
import Loyalty

/// The screens that the business edits itself, and where in them the member is.
public struct ScreensState: Equatable, Sendable {
  public internal(set) var contents = ScreensContents()
  /// The first row on the screen, by the screen's slug.
  var scrolls: [String: ScreenScroll] = [:]
  /// Answers that are open.
  var unfolded: Set<Block.ID> = []
  /// All that is published of screens that an editor looks at as somebody else.
  var whole: [Screen.ID: Screen] = [:]
  /// What blocks can be for, as far as an editor was told.
  var choices: ContentChoices?

  public init() {}

  func screen(_ slug: String) -> Screen? { contents.screens?.first { $0.slug == slug } }

  /// Those of a place in the app, in the server's order.
  func screens(in place: Screen.Tab.Place) -> [Screen] {
    (contents.screens ?? []).filter { $0.tab?.place == place }
  }
}

/// A place in a screen, which a change of other blocks does not move.
struct ScreenScroll: Equatable, Sendable {
  /// The block that is cut by the upper edge; `nil` is the beginning.
  var block: Block.ID?
  /// Rows of it above the edge.
  var row = 0
}

extension State {
  /// The content screen that has the keys.
  var openScreen: Screen? {
    switch sheets.last {
    case .screen(let slug): shownScreen(slug)
    case nil:
      if isInside, case .screen(let slug) = tab { shownScreen(slug) } else { nil }
    case .some: nil
    }
  }

  /// Takes over what the store holds; leaves screens that are not there any more.
  mutating func replaceScreens(with contents: ScreensContents) {
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
    more.scrollToSelection(count: moreItems.count, height: historyRows)
  }

  /// When the open screen looks different by itself: a block comes or goes, a minute has passed.
  var screenDeadline: Instant? {
    // Where an editor has chosen a moment, the clock stands still.
    guard let screen = openScreen, travel?.moment == nil else { return nil }
    let ticks = screen.blocks.filter { $0.kind == .countdown }.compactMap { countdownTick($0) }
    return (ticks + [screen.nextChange(after: now)]).compactMap(\.self).min()
  }

  /// When what is left looks different: each minute, and each second of the last one.
  private func countdownTick(_ block: Block) -> Instant? {
    guard let end = block.props["to"]?.string.flatMap(Instant.init(rfc3339:)), end > now else {
      return nil
    }
    let left = end.rawValue - now.rawValue
    let step: Int64 = left <= 60_000 ? 1000 : 60_000
    return Instant(milliseconds: end.rawValue - (left - 1) / step * step)
  }
}
