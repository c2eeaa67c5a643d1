import Loyalty

/// What a person can ask of promotions.
public enum PromotionsAction: Hashable, Sendable {
  case open(row: Int)
  case join
  case leave
}

extension PromotionsAction {
  var access: Access {
    switch self {
    case .open: .everybody(with: .promotions)
    case .join, .leave: .member(with: .promotions)
    }
  }
}
