import Loyalty

/// What a person can ask of stores.
public enum StoresAction: Hashable, Sendable {
  case show
  case open(row: Int)
  case search
  case filterOpen
  case showOrigins
  case chooseOrigin(StoresOrigin)
  /// From the store on the screen.
  case countFromHere
}

extension StoresAction {
  var access: Access { .everybody(with: .stores) }
}
