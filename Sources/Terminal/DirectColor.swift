/// Whether a terminal is given 24-bit colour, which its description hardly ever knows of.
enum DirectColor {
  /// - Parameters:
  ///   - term: The terminal's type, `TERM`.
  ///   - variable: The value of an environment variable.
  static func isClaimed(term: String, _ variable: (String) -> String?) -> Bool {
    guard let claim = variable("COLORTERM"), ["truecolor", "24bit"].contains(claim.lowercased())
    else { return false }
    let name = term.lowercased()
    // The claim is inherited, also by GNU screen and by a console: their names say that they have
    // less, and they would read the numbers of a colour as attributes.
    let isMultiplexer = name.hasPrefix("screen") || variable("STY").map { !$0.isEmpty } ?? false
    if isMultiplexer { return variable("TMUX").map { !$0.isEmpty } ?? false }
    let hasLess = ["linux", "vt", "cons", "dumb", "ansi"].contains { name.hasPrefix($0) }
    return !hasLess
      && !["-16color", "-8color", "-88color", "-mono"].contains { name.hasSuffix($0) }
  }
}
