public import Loyalty

/// Words in both languages.
public struct Wording: Equatable, Sendable {
  public var english: String
  public var russian: String

  public init(en english: String, ru russian: String) {
    self.english = english
    self.russian = russian
  }

  public func words(in language: Language) -> String {
    language == .russian ? russian : english
  }
}

/// What is wrong with a file of flows.
public struct FlowProblem: Error, Equatable, Sendable, CustomStringConvertible {
  public var place: Place
  public var wording: Wording
  /// What was to be there, or the nearest right word.
  public var hint: Wording?
  /// The line that is to blame, as it is written.
  public var line: String?
  /// Whether it is Maestro's language all the same, of another app or another kind of device.
  public var isForeign = false

  public init(_ place: Place, en english: String, ru russian: String, hint: Wording? = nil) {
    self.place = place
    wording = Wording(en: english, ru: russian)
    self.hint = hint
  }

  /// For the log.
  public var description: String { text(in: .english) }
}
