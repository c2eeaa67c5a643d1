import Loyalty

extension Surface {
  static let travel = Surface(kind: .panel, keepsWords: true, draw: drawTravel)
}
