/// A person who takes part in a program.
public struct Member: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Member>

  public var id: ID
  /// What the member is called: the names of the profile, else the phone with its middle hidden.
  public var name: String
  /// E.164.
  public var phone: String
  public var joinedAt: Instant
  public var roles: [Role]
  @Nullable public var firstName: String?
  @Nullable public var lastName: String?
  @Nullable public var email: String?
  @Nullable public var birthday: Day?
  /// In which the program writes to the member.
  @Nullable public var language: Language?
  @Nullable public var city: String?

  public init(
    id: ID, name: String, phone: String, joinedAt: Instant, roles: [Role],
    firstName: String? = nil, lastName: String? = nil, email: String? = nil,
    birthday: Day? = nil, language: Language? = nil, city: String? = nil
  ) {
    self.id = id
    self.name = name
    self.phone = phone
    self.joinedAt = joinedAt
    self.roles = roles
    self.firstName = firstName
    self.lastName = lastName
    self.email = email
    self.birthday = birthday
    self.language = language
    self.city = city
  }

  enum CodingKeys: String, CodingKey {
    case id
    case name
    case phone
    case joinedAt = "joined_at"
    case roles
    case firstName = "first_name"
    case lastName = "last_name"
    case email
    case birthday
    case language
    case city
  }
}

/// What a member may do; the server enforces it.
public struct Role: RawRepresentable, Hashable, Codable, Sendable {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public static let member = Role(rawValue: "member")
  public static let editor = Role(rawValue: "editor")
  public static let publisher = Role(rawValue: "publisher")
  public static let admin = Role(rawValue: "admin")
}

extension Role {
  /// Whether who has this role may do what another one may: an administrator everything, a
  /// publisher what an editor may.
  public func includes(_ other: Role) -> Bool {
    self == other || self == .admin || (self == .publisher && other == .editor)
  }
}
