/// A place where the program is at home; `stores` on the wire.
public struct Shop: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Shop>

  public var id: ID
  public var name: LocalizedText
  public var address: LocalizedText
  public var city: City
  /// Millionths of a degree, WGS 84.
  public var latitude: Int
  /// Millionths of a degree, WGS 84.
  public var longitude: Int
  /// E.164.
  @Nullable public var phone: String?
  public var services: [Service]
  /// The usual hours, Monday first; a day may be missing (closed) or be there twice (a break).
  public var week: [WeekdayHours]
  /// Days of the next weeks that are not as usual.
  public var specialDays: [SpecialDay]
  /// IANA name of the place's zone, to be read; the instants below need no zone.
  public var timeZone: String
  /// The zone's offsets from a moment in the past up to `hoursKnownUntil`, the oldest first.
  public var offsets: [UTCOffset]
  /// When it is open, special days and the zone's own changes counted in; in the order of time.
  public var openIntervals: [OpenInterval]
  /// From then on nothing is said about the hours.
  public var hoursKnownUntil: Instant
  @Nullable public var picture: Picture?

  public init(
    id: ID, name: LocalizedText, address: LocalizedText, city: City, latitude: Int,
    longitude: Int, phone: String?, services: [Service], week: [WeekdayHours],
    specialDays: [SpecialDay], timeZone: String, offsets: [UTCOffset],
    openIntervals: [OpenInterval], hoursKnownUntil: Instant, picture: Picture? = nil
  ) {
    self.id = id
    self.name = name
    self.address = address
    self.city = city
    self.latitude = latitude
    self.longitude = longitude
    self.phone = phone
    self.services = services
    self.week = week
    self.specialDays = specialDays
    self.timeZone = timeZone
    self.offsets = offsets
    self.openIntervals = openIntervals
    self.hoursKnownUntil = hoursKnownUntil
    self.picture = picture
  }

  enum CodingKeys: String, CodingKey {
    case id
    case name
    case address
    case city
    case latitude = "latitude_e6"
    case longitude = "longitude_e6"
    case phone
    case services
    case week
    case specialDays = "special_days"
    case timeZone = "time_zone"
    case offsets
    case openIntervals = "open_intervals"
    case hoursKnownUntil = "hours_known_until"
    case picture
  }

  /// What there is beside the counter; a newer server may know more of them than this client.
  public struct Service: RawRepresentable, Hashable, Codable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    public static let wifi = Service(rawValue: "wifi")
    public static let breakfast = Service(rawValue: "breakfast")
    public static let beans = Service(rawValue: "beans")
    public static let terrace = Service(rawValue: "terrace")
    public static let parking = Service(rawValue: "parking")
    public static let stepFree = Service(rawValue: "step_free")
  }

  public struct City: Codable, Hashable, Sendable, Identifiable {
    public typealias ID = Identifier<City>

    public var id: ID
    public var name: LocalizedText

    public init(id: ID, name: LocalizedText) {
      self.id = id
      self.name = name
    }
  }
}
