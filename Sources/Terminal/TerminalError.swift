import Glibc

/// Why the full screen cannot be opened here.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// The terminal cannot place a cursor.
  case dumb(term: String)
  /// `TERM` is not set (empty here), or neither it nor one like it has a description here.
  case unknownTerm(String)
  /// A system call failed; `code` is its `errno`.
  case system(call: String, code: Int32)

  /// For the log.
  public var description: String {
    switch self {
    case .notATerminal: "the input or the output is not a terminal"
    case .dumb(let term): "the terminal \(TerminalError.quoted(term)) cannot place the cursor"
    case .unknownTerm(""): "TERM is not set"
    case .unknownTerm(let term): "no description of the terminal \(TerminalError.quoted(term))"
    case .system(let call, let code): "\(call): \(String(cString: strerror(code)))"
    }
  }

  /// A name from outside may hold anything, and be of any length.
  static func quoted(_ term: String) -> String {
    let clean = term.unicodeScalars.filter { (0x20..<0x7F).contains($0.value) }
    let name = String(String.UnicodeScalarView(clean.prefix(40)))
    return "“\(name)\(clean.count > 40 ? "…" : "")”"
  }
}
