public import Loyalty

/// Something in a screen that is wrong, or may be.
public struct Finding: Hashable, Sendable {
  public enum Severity: Hashable, Sendable {
    /// The screen cannot be published with it.
    case error
    case warning
  }

  public struct Code: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    public static let missingLanguage = Code(rawValue: "missing_language")
    public static let missingField = Code(rawValue: "missing_field")
    public static let missingAlt = Code(rawValue: "missing_alt")
    public static let deadLink = Code(rawValue: "dead_link")
    public static let badInstant = Code(rawValue: "bad_instant")
    public static let badWindow = Code(rawValue: "bad_window")
    public static let emptyScreen = Code(rawValue: "empty_screen")
    public static let overflow = Code(rawValue: "overflow")
    public static let controlCharacter = Code(rawValue: "control_character")
    public static let unclosedMarkup = Code(rawValue: "unclosed_markup")
    public static let unknownLanguage = Code(rawValue: "unknown_language")
    public static let unknownType = Code(rawValue: "unknown_type")
    public static let duplicateID = Code(rawValue: "duplicate_id")
    public static let tooLong = Code(rawValue: "too_long")
    public static let badSlug = Code(rawValue: "bad_slug")
  }

  public var code: Code
  public var severity: Severity
  /// `nil` when it is about the screen itself.
  public var block: Block.ID?
  /// Where in the block, or in the screen.
  public var path: [String]
  /// What the words say: a language, a target, a width.
  public var detail: String

  public init(
    _ code: Code, _ severity: Severity, block: Block.ID? = nil, path: [String] = [],
    detail: String = ""
  ) {
    self.code = code
    self.severity = severity
    self.block = block
    self.path = path
    self.detail = detail
  }
}

/// What a screen is checked against.
public struct LintGround: Hashable, Sendable {
  /// The program's, the default first.
  public var languages: [Language]
  /// Ids of what an action can lead to; `nil` where they are not known, and nothing is said.
  public var screens: Set<String>?
  public var rewards: Set<String>?
  public var promotions: Set<String>?
  public var stores: Set<String>?

  public init(
    languages: [Language], screens: Set<String>? = nil, rewards: Set<String>? = nil,
    promotions: Set<String>? = nil, stores: Set<String>? = nil
  ) {
    self.languages = languages
    self.screens = screens
    self.rewards = rewards
    self.promotions = promotions
    self.stores = stores
  }
}

extension Screen {
  /// What is wrong with the screen, in the order of its blocks.
  public func findings(on ground: LintGround) -> [Finding] {
    []
  }
}
