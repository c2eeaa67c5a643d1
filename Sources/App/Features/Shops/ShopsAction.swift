import Loyalty

/// What a person can ask of shops.
public enum ShopsAction: Equatable, Sendable {
  case show
  case open(row: Int)
  case search
  case filterOpen
  case showOrigins
  case chooseOrigin(ShopsOrigin)
  /// From the store on the screen.
  case countFromHere
}

extension ShopsAction {
  var access: Access { .everybody(with: .shops) }
}
