/// Something that a member has agreed to, or may agree to.
public struct Consent: Codable, Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Consent>

  public var id: ID
  public var title: LocalizedText
  /// What is agreed to, in a sentence.
  public var text: LocalizedText
  /// The whole of it where there is more; each line is a paragraph.
  @Nullable public var document: LocalizedText?
  /// Of the text.
  public var version: String
  /// Without it there is no membership: it ends with the account.
  public var isRequired: Bool
  /// `nil` when it is not given.
  @Nullable public var givenAt: Instant?
  /// Of the text that was agreed to; a newer one may have come since.
  @Nullable public var givenVersion: String?

  public init(
    id: ID, title: LocalizedText, text: LocalizedText, document: LocalizedText? = nil,
    version: String, isRequired: Bool, givenAt: Instant? = nil,
    givenVersion: String? = nil
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.document = document
    self.version = version
    self.isRequired = isRequired
    self.givenAt = givenAt
    self.givenVersion = givenVersion
  }

  public var isGiven: Bool { givenAt != nil }

  /// Whether what is agreed to is the text of today.
  public var isCurrent: Bool { isGiven && givenVersion == version }

  enum CodingKeys: String, CodingKey {
    case id
    case title
    case text
    case document
    case version
    case isRequired = "is_required"
    case givenAt = "given_at"
    case givenVersion = "given_version"
  }

  /// One consent as the member gave it or took it back.
  public struct Change: Codable, Hashable, Sendable {
    public var id: ID
    public var isGiven: Bool
    /// Of the text that the member had before them.
    public var version: String

    public init(id: ID, isGiven: Bool, version: String) {
      self.id = id
      self.isGiven = isGiven
      self.version = version
    }

    enum CodingKeys: String, CodingKey {
      case id
      case isGiven = "is_given"
      case version
    }
  }
}
