import Cells
import Terminal
import Testing

extension OneScreen {
  struct PresenterTests {
    static let terms = ["xterm-256color", "xterm", "screen", "tmux-256color", "linux", "vt100"]
    static let size = Size(width: 80, height: 24)
    private static let bare = Modes(mouse: false, bracketedPaste: false)

    private func grid(_ text: String = "", _ style: Style = .plain, size: Size = size) -> Grid {
      var grid = Grid(size)
      for y in 0..<size.height { grid.put("\(y) Карта лояльности", x: 0, y: y, .plain) }
      grid.put(text, x: 0, y: 1, style)
      return grid
    }

    private func text(_ bytes: [UInt8]) -> String {
      String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: terms)
    func `an unchanged frame costs nothing`(term: String) throws {
      let presenter = try Presenter(term: term, size: Self.size)
      #expect(presenter.frame(grid(), Modes(title: "Loyalhub")).count > 500)
      #expect(presenter.frame(grid(), Modes(title: "Loyalhub")).isEmpty)
    }

    @Test(arguments: terms)
    func `one changed cell costs tens of bytes`(term: String) throws {
      let presenter = try Presenter(term: term, size: Self.size)
      _ = presenter.frame(grid(), Modes())
      var changed = grid()
      changed.put("!", x: 40, y: 12, .plain)
      let bytes = presenter.frame(changed, Modes())
      #expect((1...40).contains(bytes.count), "\(text(bytes).debugDescription)")
    }

    @Test func `moving a selection costs less than 250 bytes`() throws {
      let presenter = try Presenter(term: "xterm-256color", size: Self.size)
      let selected = Style(
        .rgb(red: 0xFF, green: 0xFF, blue: 0xFF), on: .rgb(red: 0x7A, green: 0x4B, blue: 0x2A),
        .bold)
      func selection(_ y: Int) -> Grid {
        var grid = grid()
        grid.restyle(Rect(x: 0, y: y, width: 80, height: 1)) { $0 = selected }
        return grid
      }
      _ = presenter.frame(selection(5), Modes())
      let bytes = presenter.frame(selection(6), Modes())
      #expect(bytes.count < 250)
      #expect(!bytes.isEmpty)
    }

    @Test func `a frame is shown at once`() throws {
      let presenter = try Presenter(term: "xterm-256color", size: Self.size)
      let frame = text(presenter.frame(grid(), Modes()))
      #expect(frame.hasPrefix("\u{1B}[?2026h") && frame.hasSuffix("\u{1B}[?2026l"))
      #expect(frame.count("\u{1B}[?2026h") == 1)
    }

    @Test(arguments: terms)
    func `what was opened is closed, and only that`(term: String) throws {
      let presenter = try Presenter(term: term, size: Self.size)
      #expect(presenter.leave().isEmpty)
      var all = presenter.frame(grid(), Modes(title: "Loyalhub", cursor: Point(x: 1, y: 1)))
      all += presenter.frame(grid(), Modes(bracketedPaste: false))
      all += presenter.frame(grid("x"), Modes(mouse: false, cursor: Point(x: 2, y: 2)))
      all += presenter.leave()
      #expect(presenter.leave().isEmpty)
      let written = text(all)
      for mode in ["?1000", "?1002", "?1006", "?2004", "?1049", "?2026"] {
        let opened = written.count("\u{1B}[\(mode)h")
        #expect(opened == written.count("\u{1B}[\(mode)l"), "\(mode)")
      }
      #expect(written.count("\u{1B}[?1049h") == (term == "vt100" || term == "linux" ? 0 : 1))
      #expect(written.count("\u{1B}[22;2t") == written.count("\u{1B}[23;2t"))
      let lastShown = written.lastOffset(of: "\u{1B}[?25h")
      let lastHidden = written.lastOffset(of: "\u{1B}[?25l")
      #expect(lastHidden <= lastShown)
    }

    @Test func `the screen can be taken again after it was left`() throws {
      let presenter = try Presenter(term: "xterm-256color", size: Self.size)
      let first = presenter.frame(grid(), Modes())
      _ = presenter.leave()
      let second = text(presenter.frame(grid(), Modes()))
      #expect(second.count("\u{1B}[?1049h") == 1 && second.count("\u{1B}[?1000h") == 1)
      #expect(second.contains("23 Карта лояльности"))
      #expect(second.utf8.count > first.count / 2)
    }

    @Test func `a frame after something else has written is a full one`() throws {
      let presenter = try Presenter(term: "xterm-256color", size: Self.size)
      _ = presenter.frame(grid(), Modes(title: "one"))
      presenter.repaint()
      let frame = text(presenter.frame(grid(), Modes(title: "one")))
      #expect(frame.contains("23 Карта лояльности") && frame.contains("\u{1B}[?1000h"))
      #expect(frame.count("\u{1B}[?1049h") == 0 && frame.count("\u{1B}[22;2t") == 0)
    }

    /// Not one of them has a description in Debian's `ncurses-base`.
    @Test(arguments: [
      "xterm-kitty", "xterm-ghostty", "ghostty", "foot", "foot-extra", "alacritty",
      "alacritty-direct", "wezterm", "konsole-256color", "rio", "contour", "tmux-direct",
      "xterm-direct", "iTerm2.app", "vte-256color", "st-256color", "some-new-256color",
      "screen.foo",
      "XTERM-KITTY",
    ])
    func `a terminal like xterm opens without a description of its own`(term: String) throws {
      let presenter = try Presenter(term: term, size: Self.size)
      let frame = text(presenter.frame(grid(), Modes()))
      #expect(frame.contains("\u{1B}[?1049h") && frame.contains("\u{1B}[?1000h"))
      #expect(presenter.colors >= 256)
    }

    @Test(arguments: [
      "no-such-terminal", "xterm/../xterm", "../../etc/passwd", "/", ".", "", "xterm kitty",
      String(repeating: "xterm", count: 9000), "\u{1B}[2Jxterm", "терминал",
    ])
    func `what is no terminal's name is not known`(term: String) throws {
      let error = #expect(throws: TerminalError.self) { try Presenter(term: term, size: Self.size) }
      #expect(error == .unknownTerm(term))
      let words = try #require(error).description
      #expect(words.unicodeScalars.allSatisfy { $0.value >= 0x20 } && words.count < 90)
    }

    @Test func `leaving closes what was open before something else has written`() throws {
      let presenter = try Presenter(term: "xterm-256color", size: Self.size)
      _ = presenter.frame(grid(), Modes(title: "one"))
      presenter.repaint()
      let closing = text(presenter.leave())
      for mode in ["?1000l", "?1002l", "?1006l", "?2004l", "23;2t"] {
        #expect(closing.contains("\u{1B}[\(mode)"), "\(mode)")
      }
    }

    @Test func `what something else may have opened is closed by the next frame`() throws {
      let presenter = try Presenter(term: "xterm-256color", size: Self.size)
      _ = presenter.frame(grid(), Self.bare)
      presenter.repaint()
      let frame = text(presenter.frame(grid(), Self.bare))
      #expect(frame.contains("\u{1B}[?1000l") && frame.contains("\u{1B}[?2004l"))
      #expect(presenter.frame(grid(), Self.bare).isEmpty)
    }

    @Test(arguments: [(1, 1), (2, 1), (1, 50), (10, 3), (40, 15), (80, 24), (120, 40), (300, 100)])
    func `any size draws, and its edges too`(width: Int, height: Int) throws {
      let size = Size(width: width, height: height)
      let presenter = try Presenter(term: "xterm-256color", size: Self.size)
      _ = presenter.frame(grid(), Modes())
      presenter.resize(size)
      var grid = Grid(size)
      grid.put("Z", x: width - 1, y: height - 1, .plain)
      #expect(text(presenter.frame(grid, Self.bare)).contains("Z"))
      #expect(presenter.frame(grid, Self.bare).isEmpty)
      grid.put("世界", x: width - 2, y: 0, .plain)
      _ = presenter.frame(grid, Self.bare)
      presenter.resize(Self.size)
      #expect(text(presenter.frame(self.grid(), Modes())).contains("23 Карта лояльности"))
    }

    @Test func `a grid of another size is cut or filled up`() throws {
      let presenter = try Presenter(term: "xterm-256color", size: Size(width: 10, height: 2))
      let large = text(presenter.frame(grid(), Self.bare))
      #expect(large.contains("0 Карта ло") && !large.contains("0 Карта лоя"))
      let small = text(presenter.frame(Grid(Size(width: 1, height: 1)), Self.bare))
      #expect(!small.contains("Карта") && !small.isEmpty)
      #expect(presenter.frame(Grid(Size(width: 0, height: 0)), Self.bare).isEmpty)
    }

    private static let loud = Style(
      .rgb(red: 0xFF, green: 0x80, blue: 0x00), on: .palette(240), [.bold, .underline])

    @Test(arguments: [
      // Black would be shown as grey, red as a red that is too light.
      (0, 7, false), (0, 1, false), (1, 15, false), (1, 7, false),
      // What is bright already, or brighter than its ground, stays bold.
      (7, 0, true), (1, 0, true), (8, 15, true), (15, 4, true), (16, 231, true),
    ])
    func `bold letters on a light ground are not made lighter`(
      ink: UInt8, ground: UInt8, isBold: Bool
    ) throws {
      let presenter = try Presenter(term: "xterm-256color", size: Self.size)
      let style = Style(.palette(ink), on: .palette(ground), .bold)
      let bytes = text(presenter.frame(grid("1,389", style), Modes()))
      #expect(bytes.contains("1,389"))
      let renditions = bytes.split(separator: "1,389")[0].split(separator: "\u{1B}[").suffix(4)
      #expect(renditions.contains { $0.hasPrefix("1;") || $0.hasPrefix("1m") } == isBold)
    }

    @Test(arguments: [("vt100", Int.max), ("xterm-256color", 0), ("tmux-256color", 0)])
    func `without colours not one colour is sent`(term: String, maximum: Int) throws {
      let presenter = try Presenter(term: term, size: Self.size, maximumColors: maximum)
      #expect(presenter.colors == 0)
      let all = text(presenter.frame(grid("loud", Self.loud), Modes()) + presenter.leave())
      #expect(all.contains("loud"))
      let parameters = all.selectGraphicRendition
      let isColor = { (code: Int) in
        (30...38).contains(code) || (40...48).contains(code) || code > 89
      }
      #expect(!parameters.contains(where: isColor))
      #expect(parameters.contains(1))
    }

    @Test(arguments: [
      ("xterm-256color", Int.max, "38;5;208", "48;5;240"), ("xterm-256color", 8, "33", "40"),
      ("xterm", .max, "33", "40"), ("linux", .max, "33", "40"),
    ])
    func `a colour that the terminal lacks becomes its nearest`(
      term: String, maximum: Int, foreground: String, background: String
    ) throws {
      let presenter = try Presenter(term: term, size: Self.size, maximumColors: maximum)
      let all = text(presenter.frame(grid("loud", Self.loud), Modes()))
      let joined = all.replacing("m\u{1B}[", with: ";")
      #expect(joined.contains("\(foreground);\(background)mloud"))
    }

    @Test func `a title cannot carry a control sequence`() throws {
      let presenter = try Presenter(term: "xterm-256color", size: Self.size)
      let title = "a\u{7}b\u{1B}]2;c\u{9C}d\u{202E}" + String(repeating: "x", count: 5000)
      let all = text(presenter.frame(grid(), Modes(title: title)))
      let expected = "\u{1B}]2;ab]2;cd" + String(repeating: "x", count: 193) + "\u{1B}\\"
      #expect(all.contains(expected))
    }

    @Test func `a console that would print a title gets none`() throws {
      let presenter = try Presenter(term: "linux", size: Self.size)
      #expect(!text(presenter.frame(grid(), Modes(title: "Loyalhub"))).contains("Loyalhub"))
    }

    @Test func `the cursor is parked at the caret and hidden without one`() throws {
      let presenter = try Presenter(term: "xterm-256color", size: Self.size)
      _ = presenter.frame(grid(), Modes())
      let shown = text(presenter.frame(grid(), Modes(cursor: Point(x: 9, y: 4))))
      #expect(shown.contains("\u{1B}[?25h") && shown.contains("\u{1B}[5;10H"))
      let moved = text(presenter.frame(grid("typed"), Modes(cursor: Point(x: 10, y: 4))))
      #expect(!moved.contains("\u{1B}[?25") && moved.contains("\u{1B}[5;11H"))
      #expect(text(presenter.frame(grid("typed"), Modes())).contains("\u{1B}[?25l"))
      let outside = presenter.frame(grid("typed"), Modes(cursor: Point(x: 99, y: 4)))
      #expect(outside.isEmpty)
    }

    @Test func `nothing in a grid can steer the terminal`() throws {
      let presenter = try Presenter(term: "xterm-256color", size: Size(width: 60, height: 2))
      let clean = presenter.frame(Grid(Size(width: 60, height: 2)), Self.bare)
      var grid = Grid(Size(width: 60, height: 2))
      grid.put("<\u{1B}[2J\u{9B}5m\u{9D}0;x\u{7}\u{202E}\u{2066}\u{200B}\u{8}>", x: 0, y: 0, .plain)
      let bytes = text(presenter.frame(grid, Self.bare))
      #expect(!clean.isEmpty)
      #expect(bytes.contains("<[2J5m0;x>"))
      #expect(bytes.unicodeScalars.filter { $0 == "\u{1B}" }.count <= 4)
      #expect(!bytes.unicodeScalars.contains { (0x80..<0xA0).contains($0.value) })
      #expect(!bytes.contains("\u{202E}") && !bytes.contains("\u{7}"))
    }

    @Test func `a character that this system does not know yet keeps its columns`() throws {
      let presenter = try Presenter(term: "xterm-256color", size: Size(width: 20, height: 1))
      var grid = Grid(Size(width: 20, height: 1))
      // Unicode 16's face with bags under eyes, and a scalar that is not assigned at all.
      grid.put("\u{1FAE9}|\u{378}|", x: 0, y: 0, .plain)
      #expect(text(presenter.frame(grid, Self.bare)).contains("\u{FFFD} |\u{FFFD}|"))
    }

    @Test(arguments: [("", true), ("no-such-terminal", true), ("dumb", false)])
    func `a terminal that cannot be drawn on is an error`(term: String, isUnknown: Bool) {
      let error = isUnknown ? TerminalError.unknownTerm(term) : .dumb(term: term)
      #expect(throws: error) { try Presenter(term: term, size: Self.size) }
    }
  }
}

extension String {
  fileprivate func count(_ part: String) -> Int {
    utf8.indices.count { utf8[$0...].starts(with: part.utf8) }
  }

  /// The offset of the last occurrence, -1 when there is none.
  fileprivate func lastOffset(of part: String) -> Int {
    let place = utf8.indices.last { utf8[$0...].starts(with: part.utf8) }
    return place.map { utf8.distance(from: utf8.startIndex, to: $0) } ?? -1
  }

  /// All numbers of all SGR sequences.
  fileprivate var selectGraphicRendition: [Int] {
    split(separator: "\u{1B}[").flatMap { part -> [Int] in
      let digits = part.prefix { $0.isNumber || $0 == ";" }
      guard part.dropFirst(digits.count).first == "m" else { return [] }
      return digits.split(separator: ";").compactMap { Int($0) }
    }
  }
}
