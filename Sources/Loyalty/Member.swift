/// A person who takes part in a program.
public struct Member: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Member>

  public var id: ID
  public var name: String
  /// E.164.
  public var phone: String
  public var joinedAt: Instant
  public var roles: [Role]

  public init(id: ID, name: String, phone: String, joinedAt: Instant, roles: [Role]) {
    self.id = id
    self.name = name
    self.phone = phone
    self.joinedAt = joinedAt
    self.roles = roles
  }

  enum CodingKeys: String, CodingKey {
    case id
    case name
    case phone
    case joinedAt = "joined_at"
    case roles
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
