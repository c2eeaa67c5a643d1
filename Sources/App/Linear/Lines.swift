import Cells

/// The app as plain lines with numbered choices: for screen readers, dumb terminals and pipes.
///
/// The second renderer of the same elements: what it cannot say, the tree does not hold.
public struct Lines: Equatable, Sendable {
  /// Short words about what has just happened, to be said once.
  public let notices: [String]
  /// The screen, one element a line, in reading order.
  public let text: [String]
  /// What the numbers stand for: number `n` is `choices[n - 1]`; the last one is the way out.
  public let choices: [Element]
  /// The field that takes what is typed, if one is on the screen.
  public let field: Element?
  /// Whether that only chooses among what is shown.
  let isFilter: Bool
  /// The question at the end.
  public let prompt: String

  public init(_ frame: Frame, _ state: State) {
    let phrases = state.phrases
    var text: [String] = []
    var choices: [Element] = []
    var message: Element?
    for element in frame.elements where !element.text.isEmpty && !element.id.isToast {
      // What comes and goes by itself moves no other number.
      if element.id == .message { message = element }
      if element.id == .message || element.action == .quit { continue }
      // The help is about the keys of the screen.
      if element.action == .showHelp { continue }
      let words = phrases.inLines(element.text)
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
    let commands = Command.choices(in: state).filter { command in
      command.action != .quit && !choices.contains { $0.action == command.action }
    }
    let rest =
      commands.map { Lines.choice($0.action, $0.hint, phrases.say($0.title)) }
      + [message].compactMap(\.self) + [Lines.choice(.quit, "q", phrases.say(.lineQuit))]
    for choice in rest {
      choices.append(choice)
      text.append("\(choices.count). \(phrases.inLines(choice.text))")
    }
    notices = state.toasts.map { phrases.inLines($0.text) }
    self.text = text
    self.choices = choices
    field = frame.elements.last { $0.role == .field && $0.isFocused }
    isFilter = field != nil && state.surface.line(state)?.isFilter == true
    prompt = field.map { "\($0.text): " } ?? phrases.say(.lineChoose)
  }

  private static func choice(_ action: Action, _ hint: String, _ title: String) -> Element {
    Element(
      Element.ID(rawValue: "command.\(hint)"), .button, title,
      bounds: Rect(Size(width: 0, height: 0)), action: action)
  }
}

extension Phrasebook {
  /// The words of an element, without what only a screen has.
  fileprivate func inLines(_ text: String) -> String {
    let other = Phrase.inLines.first { say(keyed: $0.screen) == text }
    return (other.map { say($0.lines) } ?? text).withPlainSpaces
  }
}
