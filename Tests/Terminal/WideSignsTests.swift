import Cells
import Testing

@testable import Terminal

/// Terminals of East Asia that draw signs such as ● in two columns.
extension OneScreen {
  struct WideSigns {
    private let size = Size(width: 20, height: 4)

    private func grid() -> Grid {
      var grid = Grid(size)
      grid.put("● ★ ─━ █ “a” → …", x: 0, y: 0, .plain)
      return grid
    }

    @Test func `signs that may be wide are drawn as signs that never are`() throws {
      let presenter = try Presenter(term: "xterm-256color", size: size)
      presenter.areSignsWide = true
      let text = String(decoding: presenter.frame(grid(), Modes(title: "")), as: UTF8.self)
      #expect(text.contains("* * --"))
      #expect(!text.unicodeScalars.contains { $0.value > 0x7E })
    }

    @Test func `the sign is tried where nothing is, below the first row, and is not seen`() throws {
      let presenter = try Presenter(term: "xterm-256color", size: size)
      #expect(presenter.signProbe().isEmpty)
      _ = presenter.frame(grid(), Modes(title: ""))
      let probe = String(decoding: presenter.signProbe(), as: UTF8.self)
      // On the second row, as an answer about the first one would be a key; and it is blanked again.
      #expect(probe.hasPrefix("\u{1B}7\u{1B}[2;1H") && probe.hasSuffix("●\u{1B}[6n\r   \u{1B}8"))
    }

    @Test func `the answer is no key, and a key is no answer`() {
      var decoder = InputDecoder()
      let now = ContinuousClock.now
      #expect(decoder.feed(Array("\u{1B}[2;3R".utf8), at: now).isEmpty)
      #expect(decoder.takeCursorColumn() == 3)
      #expect(decoder.takeCursorColumn() == nil)
      #expect(
        decoder.feed(Array("\u{1B}[1;2R".utf8), at: now) == [.key(Key(.function(3), .shift))])
      #expect(decoder.takeCursorColumn() == nil)
    }

    @Test(arguments: [
      ("LANG", "ja_JP.UTF-8", true), ("LC_ALL", "zh_CN.UTF-8", true), ("LC_CTYPE", "ko_KR", true),
      ("LANG", "ru_RU.UTF-8", false), ("LC_ALL", "C.UTF-8", false),
    ])
    func `before the answer the language of the environment decides`(
      name: String, locale: String, isWide: Bool
    ) {
      #expect(TerminalSession.isLikelyWide { $0 == name ? locale : nil } == isWide)
      // What is more particular wins.
      #expect(!TerminalSession.isLikelyWide { $0 == "LC_ALL" ? "en_US.UTF-8" : locale })
    }
  }
}
