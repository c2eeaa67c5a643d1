/// Something in a screen that is wrong, or may be.
public struct Finding: Equatable, Sendable {
  public enum Severity: Equatable, Sendable {
    /// The screen cannot be published with it.
    case error
    case warning
  }

  public struct Code: RawRepresentable, Equatable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// The default language has no text (an error), or another one has none.
    public static let missingLanguage = Code(rawValue: "missing_language")
    public static let missingField = Code(rawValue: "missing_field")
    public static let missingAlt = Code(rawValue: "missing_alt")
    /// The server has no picture of this digest.
    public static let missingPicture = Code(rawValue: "missing_picture")
    public static let deadLink = Code(rawValue: "dead_link")
    public static let unknownAction = Code(rawValue: "unknown_action")
    public static let badInstant = Code(rawValue: "bad_instant")
    public static let badWindow = Code(rawValue: "bad_window")
    public static let badValue = Code(rawValue: "bad_value")
    public static let emptyScreen = Code(rawValue: "empty_screen")
    /// Something that cannot wrap is wider than a narrow phone.
    public static let overflow = Code(rawValue: "overflow")
    public static let controlCharacter = Code(rawValue: "control_character")
    public static let unclosedMarkup = Code(rawValue: "unclosed_markup")
    public static let unknownLanguage = Code(rawValue: "unknown_language")
    public static let unknownTier = Code(rawValue: "unknown_tier")
    public static let unknownSegment = Code(rawValue: "unknown_segment")
    public static let unknownType = Code(rawValue: "unknown_type")
    public static let duplicateID = Code(rawValue: "duplicate_id")
    public static let tooLong = Code(rawValue: "too_long")
    public static let badSlug = Code(rawValue: "bad_slug")
  }

  public var code: Code
  public var severity: Severity
  /// The place of the block in the screen; `nil` when it is about the screen itself.
  public var index: Int?
  public var block: Block.ID?
  /// Where in the block, or in the screen.
  public var path: [String]
  /// What the words name: a language, a target, a number.
  public var detail: String

  public init(
    code: Code, severity: Severity, index: Int? = nil, block: Block.ID? = nil, path: [String],
    detail: String = ""
  ) {
    self.code = code
    self.severity = severity
    self.index = index
    self.block = block
    self.path = path
    self.detail = detail
  }

  /// RFC 6901, from the screen.
  public var pointer: String {
    let names = (index.map { ["blocks", String($0)] } ?? []) + path
    return names.map {
      "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1")
    }.joined()
  }
}
