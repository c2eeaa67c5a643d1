import Glibc
import Loyalty
import Terminal

/// Why the full screen cannot be had, in one line that names what to use instead.
struct Refusal: Error, CustomStringConvertible {
  static let exitStatus: Int32 = 2

  let description: String

  /// - Parameter command: what opens the app here, as it is typed.
  init(_ error: TerminalError, _ language: Language, command: String) {
    let say = { (english: String, russian: String) in language == .russian ? russian : english }
    let why: String
    switch error {
    case .notATerminal:
      why = say(
        "the full screen needs a terminal, and this is a file or a pipe",
        "для полного экрана нужен терминал, а здесь файл или канал")
    case .dumb(let term):
      let name = cleaned(term, limit: 40)
      why = say(
        "the terminal “\(name)” (TERM) cannot place the cursor",
        "терминал «\(name)» (TERM) не умеет перемещать курсор")
    case .unknownTerm(""):
      why = say(
        "it is not known which terminal this is: TERM is not set",
        "неизвестно, какой это терминал: переменная TERM не задана")
    case .unknownTerm(let term):
      let name = cleaned(term, limit: 40)
      why = say(
        "this machine has no description of the terminal “\(name)” (TERM)",
        "на этой машине нет описания терминала «\(name)» (TERM)")
    case .system(let call, let code):
      let words = "\(call): \(String(cString: strerror(code)))"
      why = say("the terminal cannot be used: \(words)", "терминал не работает: \(words)")
    }
    let lines = say(
      "use `\(command) --linear` for plain lines",
      "`\(command) --linear` покажет всё обычными строками")
    let other = "`TERM=xterm-256color \(command)`"
    switch error {
    case .dumb, .unknownTerm:
      let choice = say(
        ", or \(other) if it is like xterm", ", а если терминал похож на xterm, подойдёт \(other)")
      description = "\(why); \(lines)\(choice)"
    case .notATerminal, .system: description = "\(why); \(lines)"
    }
  }
}
