/// A key as the member pressed it.
public struct Key: Hashable, Codable, Sendable {
  public enum Code: Hashable, Codable, Sendable {
    /// One grapheme cluster, as typed ("a", "A", "й").
    case character(String)
    case enter
    case escape
    case tab
    case backspace
    case delete
    case insert
    case up
    case down
    case left
    case right
    case home
    case end
    case pageUp
    case pageDown
    /// F1–F12.
    case function(Int)
  }

  public struct Modifiers: OptionSet, Hashable, Codable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    public static let shift = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let control = Modifiers(rawValue: 4)
  }

  public var code: Code
  public var modifiers: Modifiers

  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  public static func character(_ text: String) -> Key {
    Key(.character(text))
  }

  /// Control and a letter: `.control("c")`.
  public static func control(_ letter: String) -> Key {
    Key(.character(letter), .control)
  }
}

/// What the mouse did, and where.
public struct Mouse: Hashable, Codable, Sendable {
  public enum Kind: Hashable, Codable, Sendable {
    case press
    case release
    case drag
    case wheelUp
    case wheelDown
  }

  public var kind: Kind
  public var at: Point
  /// 0 is the left button, 1 the middle one, 2 the right one.
  public var button: Int
  public var modifiers: Key.Modifiers

  public init(_ kind: Kind, at: Point, button: Int = 0, modifiers: Key.Modifiers = []) {
    self.kind = kind
    self.at = at
    self.button = button
    self.modifiers = modifiers
  }
}

/// One thing that came from the terminal.
public enum Input: Hashable, Codable, Sendable {
  case key(Key)
  case mouse(Mouse)
  /// A bracketed paste, whole.
  case paste(String)
  case resize(Size)
  /// The terminal window got or lost the focus.
  case focus(Bool)
}
