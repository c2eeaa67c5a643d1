import Loyalty

extension Surface {
  static let loginNeeded = Surface(draw: drawLoginNeeded)
}
