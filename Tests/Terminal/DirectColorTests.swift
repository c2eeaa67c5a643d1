import Cells
import Glibc
import Testing

@testable import Terminal

extension OneScreen {
  /// 24-bit colour on terminals whose description has none.
  struct DirectColorTests {
    /// The last has no description in Debian's `ncurses-base`.
    static let terms = [
      "xterm-256color", "tmux-256color", "screen-256color", "xterm", "rxvt-unicode", "foot",
    ]
    static let size = Size(width: 80, height: 24)
    private static let loud = Style(
      .rgb(red: 0xF2, green: 0x77, blue: 0x3B), on: .rgb(red: 0x10, green: 0x0E, blue: 0x0D), .bold)

    private func grid(_ text: String, _ style: Style) -> Grid {
      var grid = Grid(Self.size)
      grid.put(text, x: 3, y: 5, style)
      return grid
    }

    private func presenter(_ term: String, colors: Int = .max) throws -> Presenter {
      try Presenter(term: term, size: Self.size, maximumColors: colors, hasDirectColor: true)
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test(arguments: terms)
    func `a colour is sent as it is`(term: String) throws {
      let presenter = try presenter(term)
      #expect(presenter.colors == 1 << 24)
      let frame = text(presenter.frame(grid("Зёрна", Self.loud), Modes()))
      let joined = frame.replacing("m\u{1B}[", with: ";")
      #expect(joined.contains("38;2;242;119;59;48;2;16;14;13mЗёрна"))
      #expect(presenter.frame(grid("Зёрна", Self.loud), Modes()).isEmpty)
    }

    @Test(arguments: terms)
    func `all but the colours stays as the terminal has it`(term: String) throws {
      func session(isDirect: Bool) throws -> [UInt8] {
        let presenter = try Presenter(term: term, size: Self.size, hasDirectColor: isDirect)
        let modes = Modes(title: "Loyalhub", cursor: Point(x: 3, y: 5))
        return presenter.frame(grid("Зёрна ─│┌", Style(.terminal, .underline)), modes)
          + presenter.restore + presenter.leave()
      }
      #expect(try session(isDirect: true) == session(isDirect: false))
    }

    @Test func `no program started later finds another description`() throws {
      let before = getenv("TERMINFO").map { String(cString: $0) }
      let presenter = try presenter("xterm-256color")
      #expect(presenter.colors == 1 << 24)
      #expect(getenv("TERMINFO").map { String(cString: $0) } == before)
    }

    @Test(arguments: [256, 16, 0])
    func `fewer colours that are asked for win`(colors: Int) throws {
      let presenter = try presenter("xterm-256color", colors: colors)
      #expect(presenter.colors == colors)
      #expect(!text(presenter.frame(grid("loud", Self.loud), Modes())).contains("8;2;"))
    }

    @Test func `a terminal without colours stays one`() throws {
      let presenter = try presenter("vt100")
      #expect(presenter.colors == 0)
    }

    @Test func `a picture of a thousand pairs of colours is sent as it is`() throws {
      let size = Size(width: 50, height: 20)
      var grid = Grid(size)
      for place in 0..<1000 {
        let (x, y) = (place % 50, place / 50)
        let style = Style(
          .rgb(red: 200, green: UInt8(x), blue: UInt8(y)),
          on: .rgb(red: 9, green: UInt8(100 + x), blue: UInt8(100 + y)))
        grid.put("▄", x: x, y: y, style)
      }
      let presenter = try Presenter(term: "tmux-256color", size: size, hasDirectColor: true)
      let bytes = presenter.frame(grid, Modes())
      let sent = Set(text(bytes).split(separator: "\u{1B}["))
      for place in 0..<1000 {
        let (x, y) = (place % 50, place / 50)
        let colors = "38;2;200;\(x);\(y);48;2;9;\(100 + x);\(100 + y)m"
        // The last cell of a screen is pushed into its place.
        #expect(
          sent.contains { $0.hasPrefix(colors) || $0.hasPrefix("0;" + colors) }, "\(x) \(y)")
      }
      #expect(presenter.frame(grid, Modes()).isEmpty)
    }

    /// A list of 80 columns whose rows are a date, a name and a number, each in a style of its own;
    /// the selected one wears one style from edge to edge.
    private func list(selected: Int) -> Grid {
      let ground = Color.rgb(red: 0x10, green: 0x0E, blue: 0x0D)
      let date = Style(.rgb(red: 0x8F, green: 0x85, blue: 0x7B), on: ground)
      let name = Style(.rgb(red: 0xAD, green: 0xA3, blue: 0x9A), on: ground)
      let number = Style(.rgb(red: 0xF4, green: 0xEF, blue: 0xE8), on: ground, .bold)
      let accent = Style(
        .rgb(red: 0x16, green: 0x0D, blue: 0x08), on: .rgb(red: 0xF2, green: 0x77, blue: 0x3B),
        .bold)
      var grid = Grid(Self.size, filledWith: name)
      for y in 0..<Self.size.height {
        grid.put("\(10 + y) ноя", x: 3, y: y, date)
        grid.put("Флэт уайт, круассан с миндалём, Покровка", x: 12, y: y, name)
        grid.put("+\(y) баллов", x: 66, y: y, number)
        if y == selected {
          grid.restyle(Rect(x: 0, y: y, width: 80, height: 1)) { $0 = accent }
        }
      }
      return grid
    }

    @Test(arguments: [Int.max, 256])
    func `a ground that is there already is not sent again`(colors: Int) throws {
      let presenter = try presenter("xterm-256color", colors: colors)
      let ground = Color.palette(233)
      var grid = Grid(Self.size, filledWith: Style(.terminal, on: ground))
      for x in 0..<40 { grid.put("x", x: x, y: 3, Style(.palette(UInt8(100 + x)), on: ground)) }
      // Bold ends by itself, and the colours stay.
      grid.put("b", x: 40, y: 3, Style(.palette(139), on: ground, .bold))
      grid.put("y", x: 41, y: 3, Style(.palette(139), on: ground))
      let row = text(presenter.frame(grid, Modes())).split(separator: "x", maxSplits: 1)[1]
      let parts = row.split(separator: "x")
      #expect(parts.count == 40)
      #expect(parts.dropLast().allSatisfy { $0.contains("[38;") && !$0.contains(";48;") })
      let reset = try #require(parts.last?.split(separator: "b").last)
      #expect(reset.hasPrefix("\u{1B}[22my"), "\(reset.debugDescription)")
    }

    @Test(arguments: [(Int.max, 800), (256, 600)])
    func `moving a selection over whole rows costs no more than its budget`(
      colors: Int, budget: Int
    ) throws {
      let presenter = try presenter("xterm-256color", colors: colors)
      _ = presenter.frame(list(selected: 5), Modes())
      let bytes = presenter.frame(list(selected: 6), Modes())
      #expect(bytes.count > 100 && bytes.count <= budget, "\(bytes.count)")
    }

    @Test(arguments: [
      ("xterm-256color", ["COLORTERM": "truecolor"], true),
      ("xterm", ["COLORTERM": "24bit"], true), ("foot", ["COLORTERM": "TrueColor"], true),
      ("xterm-256color", [:], false), ("xterm-256color", ["COLORTERM": "yes"], false),
      // tmux knows such colours, and shows what its own terminal has; GNU screen does not.
      ("screen-256color", ["COLORTERM": "truecolor", "TMUX": "/tmp/tmux-0/default,1,0"], true),
      ("tmux-256color", ["COLORTERM": "truecolor", "TMUX": "/tmp/tmux-0/default,1,0"], true),
      ("screen-256color", ["COLORTERM": "truecolor"], false),
      ("xterm-256color", ["COLORTERM": "truecolor", "STY": "1.pts-0.host"], false),
      ("linux", ["COLORTERM": "truecolor"], false), ("vt220", ["COLORTERM": "truecolor"], false),
      ("xterm-16color", ["COLORTERM": "truecolor"], false),
    ])
    func `a claim is believed where the terminal's name does not speak against it`(
      term: String, variables: [String: String], isBelieved: Bool
    ) {
      #expect(DirectColor.isClaimed(term: term) { variables[$0] } == isBelieved)
    }
  }
}
