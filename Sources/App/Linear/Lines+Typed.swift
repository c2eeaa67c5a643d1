import Cells
import Loyalty

/// What is typed below the lines.
extension Lines {
  /// What a typed line comes to.
  public enum Answer: Equatable, Sendable {
    case events([Event])
    /// There was no such choice.
    case unknown
    /// What it was meant for is no longer there.
    case changed
  }

  /// What a line asks for that was typed below these lines.
  ///
  /// - Parameter now: the screen as it has become since: numbers count as they were when the person
  ///   typed, and do nothing when what they stood for has gone.
  public func answer(to line: String, now: Lines) -> Answer {
    if Lines.isLeave(line) { return .events([.action(.quit)]) }
    let words = line.filter { !$0.isWhitespace }
    if words == "r" || words == "к" { return .events([.action(.refresh)]) }
    if words.isEmpty { return .events([]) }
    if words.hasPrefix(":") {
      let name = String(line.drop { $0.isWhitespace || $0 == ":" })
      let isOpen = now.isFilter && now.field?.id == .palette
      return .events((isOpen ? [] : [.action(.palette(.show))]) + Lines.typed(name))
    }
    if let choice = choice(words) {
      return now.action(like: choice).map { .events([.action($0)]) } ?? .changed
    }
    guard let field else { return .unknown }
    guard now.field?.id == field.id else { return .changed }
    return .events(Lines.typed(line) + (isFilter ? [] : [.action(.activate)]))
  }

  /// A line in place of what a field holds.
  private static func typed(_ line: String) -> [Event] {
    [.input(.key(.control("u"))), .input(.paste(line))]
  }

  /// Whether a line asks to leave, wherever one is.
  public static func isLeave(_ line: String) -> Bool {
    ["q", "й"].contains(line.filter { !$0.isWhitespace }.lowercased())
  }

  private func choice(_ words: String) -> Element? {
    // NB: a code and a phone are numbers too; while a field waits, short numbers are choices.
    guard let number = Int(words), field == nil || words.utf8.count <= 2,
      choices.indices.contains(number - 1)
    else { return nil }
    return choices[number - 1]
  }

  /// What does now what a choice did on an older screen; `nil` when nothing does.
  private func action(like choice: Element) -> Action? {
    let same = choices.filter { $0.role == choice.role && $0.text == choice.text }
    if let here = same.first(where: { $0.id == choice.id && $0.action == choice.action }) {
      return here.action
    }
    if same.count == 1 { return same[0].action }
    // The words of a section or a button may change; those of a row make it another row.
    return choices.first {
      $0.role != .listItem && $0.id == choice.id && $0.action == choice.action
    }?.action
  }

  /// What is said about a line that is no choice.
  public static func unknown(_ line: String, _ state: State) -> String {
    state.phrases.say(.lineUnknown, ["input": cleaned(line, limit: 40)])
  }

  /// What is said when what a line was meant for has gone.
  public static func changed(_ state: State) -> String { state.phrases.say(.lineChanged) }

  /// What is said while the server has not answered.
  public static func waiting(_ state: State) -> String { state.phrases.say(.lineWaiting) }

  /// A text message that has come, in words; see `State.message`.
  public static func message(_ state: State) -> String? {
    state.message.map { "\(state.phrases.say(.message)): \($0.text)" }
  }
}
