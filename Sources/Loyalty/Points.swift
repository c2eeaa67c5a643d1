/// Loyalty points in minor units: with a scale of 2, `Points(150)` is 1.50 points.
///
/// The program's `pointsScale` (0–2) says how many of the digits are decimals. Never a float. A sum
/// that no number holds is the nearest that there is.
public struct Points: RawRepresentable, Hashable, Comparable, Codable, Sendable {
  public var rawValue: Int64

  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  public init(_ minorUnits: Int64) {
    rawValue = minorUnits
  }

  public static let zero = Points(0)

  public static func < (left: Points, right: Points) -> Bool {
    left.rawValue < right.rawValue
  }

  public static func + (left: Points, right: Points) -> Points {
    Points(left.rawValue.adding(saturating: right.rawValue))
  }

  public static func - (left: Points, right: Points) -> Points {
    Points(left.rawValue.subtracting(saturating: right.rawValue))
  }

  public static prefix func - (points: Points) -> Points {
    .zero - points
  }

  public static func += (left: inout Points, right: Points) {
    left = left + right
  }
}
