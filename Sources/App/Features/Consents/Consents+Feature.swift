import Loyalty

extension Surface {
  static let consents = Surface(draw: drawConsents)
}
