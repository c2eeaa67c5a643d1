/// A part of the app that a business can do without; a newer server may know more of them.
public struct Feature: RawRepresentable, Hashable, Codable, Sendable {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public static let rewards = Feature(rawValue: "rewards")
  public static let promotions = Feature(rawValue: "promotions")
  public static let promoCodes = Feature(rawValue: "promo_codes")
  public static let stamps = Feature(rawValue: "stamps")
  public static let tiers = Feature(rawValue: "tiers")
  public static let shops = Feature(rawValue: "stores")
  public static let referral = Feature(rawValue: "referral")
  public static let inbox = Feature(rawValue: "inbox")

  /// All that this version knows.
  public static let all: [Feature] = [
    .rewards, .promotions, .promoCodes, .stamps, .tiers, .shops, .referral, .inbox,
  ]
}

extension Program {
  /// Whether the program has a part; a server that names none has all.
  public func offers(_ feature: Feature) -> Bool {
    features?.contains(feature) ?? true
  }

  /// What one whole point is in minor units: 1, 10 or 100.
  public var pointUnit: Int64 {
    switch pointsScale {
    case ...0: 1
    case 1: 10
    default: 100
    }
  }

  /// The noun as it stands after "enough": "points", "баллов".
  public func manyPoints(in language: Language) -> String {
    pointsName.value(in: language).map { $0[.many] } ?? ""
  }
}
