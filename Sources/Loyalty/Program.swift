/// A business's loyalty program: what makes the white-label app its own.
public struct Program: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Program>

  public var id: ID
  public var name: LocalizedText
  /// The counted noun of the points, for each language.
  public var pointsName: Localized<PluralForms>
  /// Decimals of a point, 0–2.
  public var pointsScale: Int
  /// What the program offers, the default first.
  public var languages: [Language]
  /// The zone in which points expire (IANA, for display; the server computes the dates).
  public var timeZone: String
  public var brand: Brand
  public var contacts: Contacts
  /// What the app has for this program; `nil` is all.
  @Nullable public var features: [Feature]?

  public init(
    id: ID, name: LocalizedText, pointsName: Localized<PluralForms>, pointsScale: Int,
    languages: [Language], timeZone: String, brand: Brand, contacts: Contacts,
    features: [Feature]? = nil
  ) {
    self.id = id
    self.name = name
    self.pointsName = pointsName
    self.pointsScale = pointsScale
    self.languages = languages
    self.timeZone = timeZone
    self.brand = brand
    self.contacts = contacts
    self.features = features
  }

  enum CodingKeys: String, CodingKey {
    case id
    case name
    case pointsName = "points_name"
    case pointsScale = "points_scale"
    case languages
    case timeZone = "time_zone"
    case brand
    case contacts
    case features
  }
}

/// How a business looks; the client nudges its colours to a readable contrast.
public struct Brand: Codable, Hashable, Sendable {
  /// Name of a shipped theme to start from.
  public var theme: String
  /// sRGB, `#rrggbb`.
  public var accent: String
  /// The face of its card.
  @Nullable public var picture: Picture?

  public init(theme: String, accent: String, picture: Picture? = nil) {
    self.theme = theme
    self.accent = accent
    self.picture = picture
  }
}

/// How to reach the business; always readable, offline too.
public struct Contacts: Codable, Hashable, Sendable {
  @Nullable public var site: String?
  @Nullable public var phone: String?
  @Nullable public var email: String?
  @Nullable public var hours: LocalizedText?

  public init(site: String?, phone: String?, email: String?, hours: LocalizedText?) {
    self.site = site
    self.phone = phone
    self.email = email
    self.hours = hours
  }
}
