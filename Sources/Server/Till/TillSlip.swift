import Contract
import Loyalty

extension TillReceipt {
  /// The receipt in English: what the purchase gave, what came from offers, and what that makes.
  ///
  /// - Parameter scale: decimals of the program's points.
  func slip(scale: Int) -> [String] {
    let number = { (points: Points) in TillReceipt.number(points, scale: scale) }
    let noun = PluralCategory(points.rawValue.magnitude, decimals: scale, in: .english) == .one
    var parts = ["\(number(points)) \(noun ? "point" : "points")"]
    if fromOffers != .zero { parts.append("\(number(fromOffers)) from offers") }
    parts.append("\(number(available)) available")
    return [parts.joined(separator: ", ")]
      + coupons.map { "coupon: \($0.value(in: .english) ?? "")" }
  }

  static func number(_ points: Points, scale: Int) -> String {
    let digits = String(points.rawValue.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let decimals = scale > 0 ? "." + padded.suffix(scale) : ""
    return (points < .zero ? "-" : "") + padded.dropLast(scale) + decimals
  }
}
