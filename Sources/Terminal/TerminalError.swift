/// Why the full screen cannot be opened here.
public enum TerminalError: Error, Hashable, Sendable {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// The terminal cannot place a cursor.
  case dumb(term: String)
  /// `TERM` is not set (empty here) or has no description on this machine.
  case unknownTerm(String)
  /// A system call failed; `code` is its `errno`.
  case system(call: String, code: Int32)
}
