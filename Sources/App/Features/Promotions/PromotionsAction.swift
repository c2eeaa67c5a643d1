import Loyalty

/// What a person can ask of promotions.
public enum PromotionsAction: Equatable, Sendable {
  case open(row: Int)
  /// The offer so many places further, where they stand beside each other.
  case beside(Int)
  case join
  case leave
}

extension PromotionsAction {
  var access: Access {
    switch self {
    case .open, .beside: .everybody(with: .promotions)
    case .join, .leave: .member(with: .promotions)
    }
  }
}
