import Loyalty

extension Surface {
  static let travel = Surface(kind: .panel, draw: drawTravel)
}
