/// A finger on an element or a place.
public struct Tap: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case once
    case twice
    case long
  }

  public enum Target: Equatable, Sendable {
    case element(Selector)
    /// On the screen.
    case point(ScreenPoint)
    /// On the screen, where it is only known when the step is played.
    case writtenPoint(Template)
  }

  public var kind: Kind
  public var target: Target
  /// In the element, where its middle is not meant.
  public var point: ScreenPoint?
  /// Once more when nothing has changed.
  public var retriesIfNoChange = false
  /// How often, and milliseconds between two.
  public var times = 1
  public var delay = 100
  /// Milliseconds that the screen may take to stand still after it.
  public var settleTimeout: Int?

  public init(_ kind: Kind = .once, _ target: Target) {
    self.kind = kind
    self.target = target
  }
}

/// `12,3` in cells from 0, or `50%,20%` of the width and height.
public struct ScreenPoint: Equatable, Sendable {
  public enum Unit: Equatable, Sendable {
    case cells
    case percent
  }

  public var x: Int
  public var y: Int
  public var unit: Unit

  public init(x: Int, y: Int, _ unit: Unit) {
    self.x = x
    self.y = y
    self.unit = unit
  }

  /// Reads `12,3` and `50%, 20%`.
  public init?(_ text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let percents = parts.map { $0.trimmed.hasSuffix("%") }
    guard parts.count == 2, percents[0] == percents[1] else { return nil }
    let numbers = parts.compactMap { part -> Int? in
      let digits = part.trimmed.hasSuffix("%") ? part.trimmed.dropLast() : part.trimmed
      guard (1...5).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber })
      else { return nil }
      return Int(digits)
    }
    guard numbers.count == 2 else { return nil }
    guard !percents[0] || numbers.allSatisfy({ $0 <= 100 }) else { return nil }
    self.init(x: numbers[0], y: numbers[1], percents[0] ? .percent : .cells)
  }
}

extension StringProtocol {
  /// Without spaces and line ends around it.
  var trimmed: SubSequence {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return self[endIndex...] }
    return self[first...last]
  }
}

public enum Direction: String, Equatable, Sendable, CaseIterable {
  case up = "UP"
  case down = "DOWN"
  case left = "LEFT"
  case right = "RIGHT"
}

/// A finger that is drawn over the screen.
public struct Swipe: Equatable, Sendable {
  public enum Way: Equatable, Sendable {
    /// Over the middle of the screen, or of an element.
    case direction(Direction, from: Selector?)
    case points(ScreenPoint, ScreenPoint)
  }

  public var way: Way
  /// Milliseconds; of the report alone.
  public var duration: Int
  public var settleTimeout: Int?

  public init(_ way: Way, duration: Int = 400) {
    self.way = way
    self.duration = duration
  }
}

/// `scrollUntilVisible`.
public struct ScrollSearch: Equatable, Sendable {
  public var element: Selector
  public var direction = Direction.down
  /// Milliseconds.
  public var timeout: Template = "20000"
  /// Per cent of the element that have to be seen.
  public var visiblePercent = 100
  /// Whether it is to end in the middle of the screen.
  public var isCentered = false
  /// From 0 to 100; of the report alone.
  public var speed: Template = "40"
  public var settleTimeout: Int?

  public init(_ element: Selector) {
    self.element = element
  }
}

/// `inputText`: as a paste, or key by key.
public struct TextInput: Equatable, Sendable {
  public var text: Template
  public var isTyped: Bool

  public init(_ text: Template, isTyped: Bool = false) {
    self.text = text
    self.isTyped = isTyped
  }
}

/// `inputRandom…`: from the flow's seed.
public struct RandomText: Equatable, Sendable {
  public enum Kind: String, Equatable, Sendable, CaseIterable {
    case text = "inputRandomText"
    case number = "inputRandomNumber"
    case email = "inputRandomEmail"
    case personName = "inputRandomPersonName"
    case cityName = "inputRandomCityName"
    case countryName = "inputRandomCountryName"
    case colorName = "inputRandomColorName"
  }

  public var kind: Kind
  /// Characters, of a text or a number.
  public var length: Int

  public init(_ kind: Kind, length: Int = 8) {
    self.kind = kind
    self.length = length
  }
}
