public import Loyalty

/// What the program has that blocks can be for, and whose clock it goes by; for editors.
public struct ContentChoices: Equatable, Codable, Sendable {
  /// Ids, the lowest first; empty where there are none.
  public var tiers: [String]
  /// Names, in their order.
  public var segments: [String]
  /// IANA, for display.
  public var timeZone: String
  /// Its offsets in the years around now.
  public var zone: Zone

  public init(tiers: [String], segments: [String], timeZone: String, zone: Zone) {
    self.tiers = tiers
    self.segments = segments
    self.timeZone = timeZone
    self.zone = zone
  }

  enum CodingKeys: String, CodingKey {
    case tiers
    case segments
    case timeZone = "time_zone"
    case zone
  }
}
