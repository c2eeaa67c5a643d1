import Cells

/// The app as plain lines with numbered choices: for screen readers, dumb terminals and pipes.
///
/// The second renderer of the same elements: what it cannot say, the tree does not hold.
public struct Lines: Hashable, Sendable {
  /// The screen, one element a line, in reading order.
  public let text: [String]
  /// What the numbers stand for: number `n` is `choices[n - 1]`.
  public let choices: [Element]
  /// The field that takes what is typed, if one is on the screen.
  public let field: Element?
  /// The question at the end.
  public let prompt: String

  public init(_ frame: Frame, _ state: State) {
    let phrases = state.phrases
    var text: [String] = []
    var choices: [Element] = []
    for element in frame.elements where !element.text.isEmpty {
      let words = element.text.replacing("\u{A0}", with: " ")
      // What the eye finds in two places is said once.
      if element.action == nil, text.last?.hasSuffix(words) == true { continue }
      var line = words
      if element.role == .heading { line = "# " + words }
      if element.isSelected { line += " (\(phrases.say(.selected)))" }
      if element.action != nil, element.role != .field {
        guard element.isEnabled else {
          text.append("   \(words) (\(phrases.say(.disabled)))")
          continue
        }
        choices.append(element)
        line = "\(choices.count). \(line)"
      }
      text.append(line)
    }
    for command in Command.choices(in: state)
    where !choices.contains(where: { $0.action == command.action }) {
      let title = phrases.say(command.title)
      let id = Element.ID(rawValue: "command.\(command.hint)")
      choices.append(
        Element(id, .button, title, bounds: Rect(Size(width: 0, height: 0)), action: command.action)
      )
      text.append("\(choices.count). \(title)")
    }
    self.text = text
    self.choices = choices
    field = frame.elements.last { $0.role == .field && $0.isFocused }
    prompt = field.map { "\($0.text): " } ?? phrases.say(.lineChoose)
  }

  /// What a typed line asks for; `nil` when there is no such choice.
  public func events(for line: String) -> [Event]? {
    let words = line.filter { !$0.isWhitespace }
    if words == "q" || words == "й" { return [.action(.quit)] }
    if words == "r" || words == "к" { return [.action(.refresh)] }
    if words.isEmpty { return [] }
    // NB: a code and a phone are numbers too; while a field waits, short numbers are choices.
    if let number = Int(words), words.count <= 2, choices.indices.contains(number - 1),
      let action = choices[number - 1].action
    {
      return [.action(action)]
    }
    guard field != nil else { return nil }
    return [.input(.key(.control("u"))), .input(.paste(line)), .action(.activate)]
  }
}

extension Lines {
  /// What is said about a line that is no choice.
  public static func unknown(_ line: String, _ state: State) -> String {
    state.phrases.say(.lineUnknown, ["input": String(line.prefix(40))])
  }
}
