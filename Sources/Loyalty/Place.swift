#if canImport(Glibc)
  import Glibc
#endif

/// A point on the earth.
public struct Place: Hashable, Codable, Sendable {
  /// Millionths of a degree, WGS 84.
  public var latitude: Int
  /// Millionths of a degree, WGS 84.
  public var longitude: Int

  public init(latitude: Int, longitude: Int) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Of the sphere that has the earth's volume, in metres.
  private static let radius = 6_371_000.0

  /// Metres along a great circle (haversine; the earth's flattening makes up to 0.5 %).
  public func distance(to other: Place) -> Int {
    let radians = { (microdegrees: Int) in Double(microdegrees) / 1_000_000 * .pi / 180 }
    let north = sin(radians(other.latitude - latitude) / 2)
    let east = sin(radians(other.longitude - longitude) / 2)
    let chord =
      north * north + cos(radians(latitude)) * cos(radians(other.latitude)) * east * east
    return Int((2 * Self.radius * asin(min(1, chord.squareRoot()))).rounded())
  }
}

extension Shop {
  public var place: Place { Place(latitude: latitude, longitude: longitude) }
}
