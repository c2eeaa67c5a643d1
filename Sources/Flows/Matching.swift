import App
import Cells
public import Loyalty

extension Selector {
  /// The elements that fit, in reading order.
  func matches(in frame: Frame) throws(FlowError) -> [Element] {
    let text = try pattern(self.text)
    let id = try pattern(self.id)
    let fitting = frame.elements.filter { element in
      if let text, !fits(text, plain(element.text)) { return false }
      if let id, !fits(id, element.id.rawValue) { return false }
      if let enabled, element.isEnabled != enabled { return false }
      if let selected, element.isSelected != selected { return false }
      if let focused, element.isFocused != focused { return false }
      if let drawn, frame.hasPicture(in: element.bounds) != drawn { return false }
      return true
    }
    guard let index else { return fitting }
    let place = index < 0 ? fitting.count + index : index
    return fitting.indices.contains(place) ? [fitting[place]] : []
  }

  private func pattern(_ text: String?) throws(FlowError) -> Pattern? {
    guard let text else { return nil }
    // As Maestro: what is no regular expression, or equals literally, is taken literally.
    return Pattern(literal: plain(text), expression: try? Regex(plain(text)).ignoresCase())
  }

  private func fits(_ pattern: Pattern, _ text: String) -> Bool {
    if text == pattern.literal { return true }
    guard let expression = pattern.expression else { return false }
    // NB: a match that fails to run (a backtracking limit, say) is no match.
    return (try? expression.wholeMatch(in: text)) != nil
  }

  private struct Pattern {
    var literal: String
    var expression: Regex<AnyRegexOutput>?
  }

  /// No-break spaces are for the eye; a flow is typed with plain ones.
  private func plain(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ")
  }
}

extension Frame {
  fileprivate func hasPicture(in place: Rect) -> Bool {
    pictures.contains { !$0.intersection(place).isEmpty }
  }
}

/// Why a flow could not be read or did not pass.
///
/// Why it could not be read is told in both languages; how a test went, only in English.
public struct FlowError: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  /// From 1; 0 when no line is to blame.
  public var line: Int
  /// From 1, in characters; 0 when the whole line is meant.
  public var column: Int
  public var message: String
  /// The message in Russian.
  public var russian: String

  public init(
    file: String, line: Int, column: Int = 0, message: String, russian: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.russian = russian ?? message
  }

  /// Begins with the place; in Russian or else in English.
  public func words(in language: Language) -> String {
    let numbers = [line, column].prefix { $0 > 0 }
    let place = ([file] + numbers.map(String.init)).joined(separator: ":")
    return "\(place): \(language == .russian ? russian : message)"
  }

  public var description: String { words(in: .english) }
}
