/// `TERM`, and what may stand in for it on a machine that has no description of this terminal.
///
/// Terminals that came after xterm understand what it does and more; only their descriptions are
/// often missing, on the machines that one logs in to above all.
enum TerminalName {
  /// The names to try, in this order; the first is the terminal's own.
  static func candidates(for term: String) -> [String] {
    let name = term.lowercased()
    // NB: no name has a slash: what is longer or has other signs is none.
    let isName = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || "-+._".utf8.contains(byte)
    }
    guard isName, (1...64).contains(name.utf8.count) else { return [term] }
    let family = families.first { family in
      family.beginnings.contains { name.hasPrefix($0) }
        || family.parts.contains { name.contains($0) }
    }
    return [term] + (family?.standIns ?? []).filter { $0 != term }
  }

  private struct Family {
    var beginnings: [String]
    /// What names of such terminals have somewhere.
    var parts: [String] = []
    var standIns: [String]
  }

  private static let families = [
    Family(
      beginnings: ["tmux", "screen"],
      standIns: ["tmux-256color", "screen-256color", "screen", "xterm-256color"]),
    Family(
      beginnings: ["rxvt", "urxvt", "mrxvt", "aterm", "eterm"],
      standIns: ["rxvt-unicode-256color", "rxvt-unicode", "rxvt"]),
    Family(beginnings: ["linux"], standIns: ["linux"]),
    Family(beginnings: ["vt2", "vt3", "vt4", "vt5"], standIns: ["vt220", "vt100"]),
    Family(
      beginnings: [
        "kitty", "ghostty", "foot", "alacritty", "wezterm", "konsole", "rio", "contour", "iterm",
        "vte", "gnome", "mlterm", "st-", "stterm", "mintty", "putty", "nsterm", "warp", "xfce",
        "terminator", "terminology", "tilix", "hyper", "vscode", "ms-terminal", "eat-",
      ],
      parts: ["xterm", "256color", "truecolor", "24bit", "-direct"],
      standIns: ["xterm-256color", "xterm"]),
  ]
}
