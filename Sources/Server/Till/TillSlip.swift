import Contract
import Loyalty

extension TillReceipt {
  /// The receipt in English: what the purchase gave, what came from offers, and what that makes.
  ///
  /// - Parameter scale: decimals of the program's points.
  func slip(scale: Int) -> [String] {
    [Slip(scale).line(points, fromOffers, available)]
      + coupons.map { "coupon: \($0.value(in: .english) ?? "")" } + ["sale: \(sale)"]
  }

  static func number(_ points: Points, scale: Int) -> String {
    let digits = String(points.rawValue.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let decimals = scale > 0 ? "." + padded.suffix(scale) : ""
    return (points < .zero ? "-" : "") + padded.dropLast(scale) + decimals
  }
}

extension TillReturnReceipt {
  /// The receipt in English: what went with the part that came back, and what that leaves.
  func slip(scale: Int) -> [String] {
    let slip = Slip(scale)
    var lines = [
      slip.line(-points, -fromOffers, available),
      "\(Till.text(amount)) taken back, \(Till.text(left)) of the sale is left",
    ]
    lines += withdrawnCoupons.map { "coupon withdrawn: \($0.value(in: .english) ?? "")" }
    lines += usedCoupons.map { "coupon used, it stays: \($0.value(in: .english) ?? "")" }
    if available < .zero {
      lines.append("\(slip.counted(-available)) owed: the next that are earned pay it")
    }
    return lines
  }
}

/// Points as a slip has them.
private struct Slip {
  private let scale: Int

  init(_ scale: Int) {
    self.scale = scale
  }

  func line(_ points: Points, _ fromOffers: Points, _ available: Points) -> String {
    var parts = [counted(points)]
    if fromOffers != .zero { parts.append("\(number(fromOffers)) from offers") }
    parts.append("\(number(available)) available")
    return parts.joined(separator: ", ")
  }

  /// With its noun.
  func counted(_ points: Points) -> String {
    let noun = PluralCategory(points.rawValue.magnitude, decimals: scale, in: .english)
    return "\(number(points)) \(noun == .one ? "point" : "points")"
  }

  private func number(_ points: Points) -> String {
    TillReceipt.number(points, scale: scale)
  }
}
