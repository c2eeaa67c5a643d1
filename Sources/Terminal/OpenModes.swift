import Cells

/// The terminal modes beside the screen itself, as they are open; the cursor is the encoder's.
struct OpenModes: Equatable {
  var mouse: Bool
  var bracketedPaste: Bool
  /// Without control characters.
  var title: String
  /// The title as it was found waits on the terminal's stack.
  var hasPushedTitle = false
  /// Whether something else may have switched them since: the next frame says all of them again,
  /// and leaving still closes them.
  var isDoubtful = false

  init(_ modes: Modes, hasTitle: Bool) {
    mouse = modes.mouse
    bracketedPaste = modes.bracketedPaste
    title = hasTitle ? OpenModes.clean(modes.title) : ""
    hasPushedTitle = !title.isEmpty
  }

  /// Opens and closes what differs; `nil` is a terminal as it was found.
  func changes(from before: OpenModes?) -> [UInt8] {
    var text = ""
    let isDoubtful = before?.isDoubtful ?? false
    if isDoubtful || mouse != (before?.mouse ?? false) {
      text += mouse ? Self.mouseOn : Self.mouseOff
    }
    if isDoubtful || bracketedPaste != (before?.bracketedPaste ?? false) {
      text += bracketedPaste ? "\u{1B}[?2004h" : "\u{1B}[?2004l"
    }
    if title != (before?.title ?? "") || (isDoubtful && !title.isEmpty) {
      if !(before?.hasPushedTitle ?? false) { text += "\u{1B}[22;2t" }
      text += "\u{1B}]2;\(title)\u{1B}\\"
    }
    return Array(text.utf8)
  }

  /// The inverse of all that is open.
  var closing: [UInt8] {
    var text = ""
    if hasPushedTitle { text += "\u{1B}[23;2t" }
    if bracketedPaste { text += "\u{1B}[?2004l" }
    if mouse { text += Self.mouseOff }
    return Array(text.utf8)
  }

  func keepingTitleStack(of before: OpenModes?) -> OpenModes {
    var modes = self
    modes.hasPushedTitle = hasPushedTitle || (before?.hasPushedTitle ?? false)
    return modes
  }

  /// All that either of the two has open.
  func union(_ other: OpenModes?) -> OpenModes {
    guard let other else { return self }
    var modes = self
    modes.mouse = mouse || other.mouse
    modes.bracketedPaste = bracketedPaste || other.bracketedPaste
    modes.hasPushedTitle = hasPushedTitle || other.hasPushedTitle
    return modes
  }

  /// Ends a title that was cut in the middle.
  static let endOfString = Array("\u{1B}\\".utf8)
  static let endOfSynchronized = Array("\u{1B}[?2026l".utf8)

  /// Wraps a frame so that the terminal shows it at once.
  static func synchronized(_ bytes: [UInt8]) -> [UInt8] {
    Array("\u{1B}[?2026h".utf8) + bytes + endOfSynchronized
  }

  /// Buttons and wheel, drags, and coordinates without a limit.
  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"

  private static func clean(_ title: String) -> String {
    String(title.filter { displayWidth(of: $0) > 0 }.prefix(200))
  }
}
