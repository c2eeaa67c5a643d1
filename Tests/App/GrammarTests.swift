import Cells
import Loyalty
import Testing
import Themes

@testable import App

/// The parts that give all screens their look.
struct GrammarTests {
  private func canvas(
    _ size: Size = Size(width: 40, height: 15), _ depth: ColorDepth = .palette256
  ) throws -> (Canvas, State) {
    var state = try Fixture.signedIn(size)
    state.settings.look.depth = depth
    state.dress()
    return (Canvas(state), state)
  }

  private func row(_ canvas: Canvas, _ y: Int, _ width: Int) -> String {
    String((0..<width).map { canvas.grid[$0, y].text })
  }

  @Test func `every digit and every capital of both languages has a big letter of three rows`()
    throws
  {
    let all = "0123456789+−,. АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯABCDEFGHIJKLMNOPQRSTUVWXYZ"
    for character in all {
      let letter = try #require(BigLetters(String(character)), "\(character)")
      #expect(letter.rows.count == 3)
      #expect(letter.rows.allSatisfy { $0.count == letter.width }, "\(character)")
      #expect(letter.rows.allSatisfy { displayWidth(of: $0) == letter.width }, "\(character)")
    }
    #expect(BigLetters("1 389")?.width == 3 + 1 + 1 + 1 + 4 + 1 + 4 + 1 + 4)
    #expect(BigLetters("Ё")?.crown == "▄ ▄ ")
    #expect(BigLetters("я") == nil)
  }

  @Test(arguments: [(0.0, 0), (0.001, 1), (0.5, 10), (0.999, 19), (1.0, 20), (7.0, 20), (-1, 0)])
  func `a bar is full only when all is there, and what is begun is seen`(
    share: Double, full: Int
  ) throws {
    var (canvas, _) = try canvas()
    canvas.bar(share, in: Rect(x: 0, y: 0, width: 20, height: 1))
    let accent = canvas.look(.accent).foreground
    #expect((0..<20).filter { canvas.grid[$0, 0].style.foreground == accent }.count == full)
    #expect(row(canvas, 0, 20) == String(repeating: "━", count: 20))
  }

  @Test func `what is counted is cut into as many parts`() throws {
    for (steps, width) in [(10, 35), (10, 41), (5, 20), (6, 37)] {
      var (canvas, _) = try canvas(Size(width: 60, height: 15))
      canvas.bar(3 / Double(steps), steps: steps, in: Rect(x: 0, y: 0, width: width, height: 1))
      let halves = row(canvas, 0, width).flatMap { sign -> [Bool] in
        switch sign {
        case "━": [true, true]
        case "╸": [true, false]
        case "╺": [false, true]
        default: [false, false]
        }
      }
      let parts = halves.split(separator: false)
      #expect(parts.count == steps, "\(steps) in \(width): \(row(canvas, 0, width))")
    }
    // Without colours the rest of a bar has another form.
    var (mono, _) = try canvas(Size(width: 40, height: 15), .mono)
    mono.bar(0.5, in: Rect(x: 0, y: 0, width: 10, height: 1))
    #expect(row(mono, 0, 10) == "━━━━━─────")
  }

  @Test func `whatever is selected, it and the heading above the first row are on the screen`() {
    let parts = [3, 0, 1, 40, 2].enumerated().map { index, count in
      ListPart(
        head: SectionHead(id: Element.ID(rawValue: "\(index)"), title: "Part"), count: count)
    }
    let lines = ListPart.lines(parts, isAiry: true)
    #expect(lines.count == 46 + 4 + 3)
    for height in 2...20 {
      var list = ListState()
      for move in [Move](repeating: .rows(1), count: 46) + [Move](repeating: .rows(-1), count: 46) {
        list.move(move, count: 46, height: height)
        let top = ListPart.top(of: lines, list, height: height)
        let shown = lines.dropFirst(top).prefix(height)
        #expect(
          shown.contains { if case .row(list.selection) = $0 { true } else { false } },
          "\(list.selection) in \(height)")
      }
      let top = ListPart.top(of: lines, ListState(), height: height)
      #expect(top == 0)
    }
  }

  @Test func `a list that has lost the focus keeps a quiet row with a mark`() throws {
    var state = try Fixture.signedIn(Size(width: 120, height: 40))
    state.settings.look.depth = .palette256
    state.dress()
    _ = feed(Key.text("2") + [.input(.key(Key(.enter)))], to: &state)
    let frame = view(state)
    let row = try #require(frame.elements.first { $0.role == .listItem && $0.isSelected })
    #expect(frame.grid[row.bounds.x, row.bounds.y].text == "▌")
    #expect(
      frame.grid[row.bounds.x + 4, row.bounds.y].style.background
        == state.theme[.selectionResting].background)
    _ = feed([.input(.key(Key(.escape)))], to: &state)
    let back = view(state)
    #expect(
      back.grid[row.bounds.x + 4, row.bounds.y].style.background
        == state.theme[.selection].background)
  }

  @Test func `of several stamp cards the selected one is seen`() throws {
    for depth in [ColorDepth.palette256, .mono] {
      var state = try Fixture.signedIn(Size(width: 80, height: 24))
      state.settings.look.depth = depth
      state.dress()
      var home = Fixture.home
      var other = try #require(Fixture.stampCards.first)
      other.id = .init("other")
      home.stamps = Fixture.stampCards.prefix(1) + [other]
      _ = feed([.home(.loaded(home)), .action(.stamps(.show))], to: &state)
      for row in 0..<2 {
        let frame = view(state)
        let card = try #require(frame.elements.first { $0.isSelected && $0.role == .listItem })
        #expect(card.id.rawValue == "stamps.\(row)")
        #expect(frame.grid[card.bounds.x + 1, card.bounds.y].style == state.theme[.selection])
        _ = feed([.input(.key(Key(.down)))], to: &state)
      }
    }
  }

  @Test func `the help has each section of the bar, and finds by what is typed`() throws {
    var state = try Fixture.signedIn(Size(width: 120, height: 40))
    _ = feed([.screens(.loaded(Fixture.screens))] + Key.text("?"), to: &state)
    let texts = view(state).elements.map(\.text)
    for (number, tab) in state.numberedTabs {
      #expect(texts.contains("\(number): \(state.title(of: tab))"), "\(tab)")
    }
    let all = state.helpGroups.flatMap(\.rows).count
    _ = feed(Key.text("quit"), to: &state)
    #expect(state.sheets == [.help])
    #expect(state.helpGroups.flatMap(\.rows).map(\.title) == [state.phrases.say(.quit)])
    #expect(all > 10)
    _ = feed([.input(.key(Key(.escape)))], to: &state)
    #expect(state.sheets.isEmpty)
  }

  @Test(arguments: [(40, 15), (80, 24), (120, 40)])
  func `where hints have no room, the help is the last that goes`(width: Int, height: Int) throws {
    var state = try Fixture.signedIn(Size(width: width, height: height))
    for tab in state.tabs {
      _ = feed([.action(.showTab(tab))], to: &state)
      let hints = view(state).elements.filter { $0.id.rawValue.hasPrefix("command.") }
      #expect(hints.isEmpty || hints.last?.id == "command.?", "\(tab)")
      #expect(width < 80 || !hints.isEmpty, "\(tab)")
    }
  }
}
