public import Content
public import Loyalty

/// What a person can ask of content screens.
public enum ScreensAction: Equatable, Sendable {
  case open(slug: String)
  /// Goes where a button, a banner or a link leads.
  case follow(kind: String, target: String)
  /// Folds an answer or unfolds it.
  case fold(Block.ID)

  static func follow(_ action: BlockAction) -> ScreensAction {
    .follow(kind: action.kind.rawValue, target: action.target)
  }
}

public enum ScreensEvent: Equatable, Sendable {
  /// What the local store holds.
  case loaded(ScreensContents)
}

func takeScreens(_ event: ScreensEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .loaded(let contents): state.replaceScreens(with: contents)
  }
  return []
}

/// What the local store holds of content screens.
public struct ScreensContents: Equatable, Sendable {
  /// In the server's order; `nil` when its list has never arrived.
  public var screens: [Screen]?
  /// When the server last confirmed them.
  public var confirmedAt: Instant?

  public init(screens: [Screen]? = nil, confirmedAt: Instant? = nil) {
    self.screens = screens
    self.confirmedAt = confirmedAt
  }
}

extension ScreensAction {
  var access: Access { .everybody }
}
