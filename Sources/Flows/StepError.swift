public import FlowLanguage
public import Loyalty

/// Why a step did not do what it says.
public struct StepError: Error, Equatable, Sendable, CustomStringConvertible {
  public var wording: Wording
  /// What had to be there.
  public var expected: String?
  /// What was there.
  public var actual: String?
  /// Ids and texts on the screen that are most like what was looked for, the nearest first.
  public var nearest: [String] = []

  public init(
    en english: String, ru russian: String, expected: String? = nil, actual: String? = nil,
    nearest: [String] = []
  ) {
    wording = Wording(en: english, ru: russian)
    self.expected = expected
    self.actual = actual
    self.nearest = nearest
  }

  public var description: String { wording.english }
}

/// A step that failed, where it stands and what was on the screen.
public struct FlowFailure: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Kind: Equatable, Sendable {
    case step
    /// The app told of a failure that no step expects; `optional` and `soft` do not cover it.
    case unexpectedMessage
    /// The flow is too long; nothing covers it.
    case bound
  }

  public var kind = Kind.step
  public var place: FlowLanguage.Place
  /// From 1, one number for each level.
  public var path: [Int]
  public var failure: StepError
  /// The screen as it stood; empty where no app ran.
  public var screen: String

  /// Begins with the place and ends with the screen; in Russian or else in English.
  public func words(in language: Language) -> String {
    var lines = ["\(place): \(failure.wording.words(in: language))"]
    let isRussian = language == .russian
    if let expected = failure.expected {
      lines.append((isRussian ? "  ожидалось: " : "  expected: ") + expected)
    }
    if let actual = failure.actual {
      lines.append((isRussian ? "  на экране: " : "  actual: ") + actual)
    }
    if !failure.nearest.isEmpty {
      let nearest = failure.nearest.joined(separator: ", ")
      lines.append((isRussian ? "  похоже: " : "  nearest: ") + nearest)
    }
    if !screen.isEmpty { lines.append(screen) }
    return lines.joined(separator: "\n")
  }

  public var description: String { words(in: .english) }
}

/// What came of a flow.
public struct PlayedFlow: Sendable {
  public struct Warning: Equatable, Sendable {
    public var place: FlowLanguage.Place
    public var wording: Wording

    public func words(in language: Language) -> String {
      "\(place): \(wording.words(in: language))"
    }
  }

  /// Of optional steps, and of what means nothing here.
  public internal(set) var warnings: [Warning] = []
  /// Of soft steps, and of the one that ended the flow, in the order of the run.
  public internal(set) var failures: [FlowFailure] = []
  public var hasPassed: Bool { failures.isEmpty }
}
