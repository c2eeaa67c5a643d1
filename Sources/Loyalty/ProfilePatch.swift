/// A change of a member's profile (RFC 7396): what is not named stays, `nil` takes a value away.
public struct ProfilePatch: Hashable, Sendable {
  /// What a member may change.
  public enum Field: String, CodingKey, Codable, Hashable, Sendable, CaseIterable {
    case firstName = "first_name"
    case lastName = "last_name"
    case email
    /// A day, `YYYY-MM-DD`.
    case birthday
    /// BCP 47.
    case language
    case city
  }

  public var values: [Field: String?]

  public init(_ values: [Field: String?] = [:]) {
    self.values = values
  }

  public var isEmpty: Bool { values.isEmpty }
}

extension ProfilePatch: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Field.self)
    self.init()
    for field in Field.allCases where container.contains(field) {
      let value = try container.decodeIfPresent(String.self, forKey: field)
      values.updateValue(value, forKey: field)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Field.self)
    for (field, value) in values { try container.encode(value, forKey: field) }
  }
}

extension Member {
  public subscript(field: ProfilePatch.Field) -> String? {
    get {
      switch field {
      case .firstName: firstName
      case .lastName: lastName
      case .email: email
      case .birthday: birthday?.description
      case .language: language?.rawValue
      case .city: city
      }
    }
    set {
      switch field {
      case .firstName: firstName = newValue
      case .lastName: lastName = newValue
      case .email: email = newValue
      case .birthday: birthday = newValue.flatMap { Day($0) }
      case .language: language = newValue.map(Language.init(rawValue:))
      case .city: city = newValue
      }
    }
  }

  /// As the member will be when the server has the change.
  public mutating func apply(_ patch: ProfilePatch) {
    guard !patch.isEmpty else { return }
    for (field, value) in patch.values { self[field] = value }
    let names = [firstName, lastName].compactMap(\.self)
    name =
      names.isEmpty
      ? PhoneNumber(e164: phone)?.masked ?? name : names.joined(separator: " ")
  }
}
