public import Loyalty

/// What is wrong with a YAML text, and where; in each language a sentence without its full stop.
public struct YAMLError: Error, Hashable, CustomStringConvertible {
  public let mark: YAMLMark
  public let english: String
  public let russian: String
  /// Where what is not finished begins, such as a text in quotes.
  public var began: YAMLMark?

  public init(en english: String, ru russian: String, at mark: YAMLMark) {
    self.mark = mark
    self.english = english
    self.russian = russian
  }

  /// Begins with the place; in Russian or else in English.
  public func words(in language: Language) -> String {
    "\(mark): \(language == .russian ? russian : english)"
  }

  /// For the log.
  public var description: String { words(in: .english) }
}
