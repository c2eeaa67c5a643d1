import Cells
import Testing

@testable import Terminal

extension OneScreen {
  /// Links that the terminal opens (OSC 8), written over what ncurses has drawn.
  struct LinkTests {
    private static let size = Size(width: 40, height: 6)
    private static let site = "https://zerna.example/i/ANNA-7K2P"
    private static let open = "\u{1B}]8;;\(site)\u{1B}\\"
    private static let close = "\u{1B}]8;;\u{1B}\\"

    private func grid(_ text: String = "Карта zerna", second: String = "") -> Grid {
      var grid = Grid(Self.size)
      grid.put(text, x: 2, y: 1, Style(.rgb(red: 0xF2, green: 0x77, blue: 0x3B), .bold))
      grid.put(second, x: 2, y: 3, .plain)
      return grid
    }

    private func modes(_ links: [Hyperlink?]) -> Modes {
      var modes = Modes(mouse: false, bracketedPaste: false, cursor: Point(x: 9, y: 5))
      modes.links = links.compactMap(\.self)
      return modes
    }

    private func link(y: Int = 1) -> Hyperlink? {
      Hyperlink(to: Self.site, bounds: Rect(x: 8, y: y, width: 5, height: 1))
    }

    private func presenter(_ term: String = "xterm-256color") throws -> Presenter {
      try Presenter(term: term, size: Self.size, hasDirectColor: true)
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func `a link is written over its words, and the cursor comes back`() throws {
      let presenter = try presenter()
      let frame = text(presenter.frame(grid(), modes([link()])))
      let words = "\u{1B}[0;1;38;2;242;119;59mzerna"
      let expected = "\u{1B}7\u{1B}[2;9H\(Self.open)\(words)\(Self.close)\u{1B}[m\u{1B}8"
      #expect(frame.contains(expected))
      #expect(presenter.frame(grid(), modes([link()])).isEmpty)
      #expect(text(presenter.restore).contains(Self.close))
    }

    @Test func `what has not changed is not written again`() throws {
      let presenter = try presenter()
      _ = presenter.frame(grid(), modes([link()]))
      let other = text(presenter.frame(grid(second: "below"), modes([link()])))
      #expect(other.contains("below") && !other.contains("]8;"))
      let same = text(presenter.frame(grid("Баланс zerna", second: "below"), modes([link()])))
      #expect(same.contains(Self.open))
      presenter.repaint()
      #expect(text(presenter.frame(grid(), modes([link()]))).contains(Self.open))
    }

    @Test func `a link that is gone is taken out of its words`() throws {
      let presenter = try presenter()
      _ = presenter.frame(grid(), modes([link()]))
      let gone = text(presenter.frame(grid(), modes([])))
      #expect(gone.contains("\u{1B}[2;9H\(Self.close)\u{1B}[0;1;38;2;242;119;59mzerna"))
      #expect(!gone.contains(Self.site))
      #expect(presenter.frame(grid(), modes([])).isEmpty)
    }

    @Test(arguments: ["screen-256color", "linux", "vt100"])
    func `a terminal that would show the address gets none`(term: String) throws {
      let presenter = try presenter(term)
      #expect(!text(presenter.frame(grid(), modes([link()]))).contains("]8;"))
    }

    @Test(arguments: [
      "javascript:alert(1)", "file:///etc/passwd", "https://a\u{1B}]0;x\u{7}", "https://a b",
      "https://кофе.рф", "", "zerna.example", "https://" + String(repeating: "a", count: 2000),
    ])
    func `what a terminal should not open is no link`(target: String) {
      #expect(Hyperlink(to: target, bounds: Rect(x: 0, y: 0, width: 3, height: 1)) == nil)
    }

    @Test func `links outside of the screen and over half a letter harm nothing`() throws {
      let presenter = try presenter()
      var wide = Grid(Self.size)
      wide.put("世界", x: 0, y: 0, .plain)
      let places = [
        Rect(x: 1, y: 0, width: 2, height: 1), Rect(x: 38, y: 4, width: 90, height: 9),
        Rect(x: -3, y: -3, width: 5, height: 5), Rect(x: 90, y: 90, width: 2, height: 1),
      ]
      let links = places.map { Hyperlink(to: "tel:+74950000000", bounds: $0) }
      let frame = text(presenter.frame(wide, modes(links)))
      #expect(frame.components(of: "\u{1B}7") == 1)
    }
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    utf8.indices.count { utf8[$0...].starts(with: part.utf8) }
  }
}
