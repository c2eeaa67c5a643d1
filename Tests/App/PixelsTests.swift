import Cells
import Content
import Loyalty
import Testing
import Themes

@testable import App

/// Pictures in pixels: where they lie, and where cells stand for them.
struct PixelsTests {
  private static let kitty = PixelDisplay(.kitty, cell: Size(width: 10, height: 20))
  private static let sixel = PixelDisplay(.sixel, cell: Size(width: 10, height: 20))

  /// A screen with a picture on it that has come in cells and in pixels.
  private func onScreen(
    _ size: Size = Size(width: 120, height: 40), display: PixelDisplay? = kitty
  ) throws -> State {
    var state = try Fixture.signedIn(size)
    state.settings.look.depth = .trueColor
    state.dress()
    let props: [String: JSONValue] = [
      "picture": ["sha256": .string(Fixture.croissant.sha256)], "alt": ["en": "A croissant"],
    ]
    let screen = Screen(
      slug: "news", tab: .init(.bar, position: 400), title: [.english: "News"],
      blocks: [Fixture.block("image", .image, "Fresh at eight", "", props)])
    _ = feed(
      [
        .pictures(.display(display)),
        .screens(.loaded(ScreensContents(screens: [screen], confirmedAt: Fixture.now))),
        .action(.showTab(.screen("news"))),
      ], to: &state)
    return state
  }

  /// All that it asks for comes, in turn.
  private func bring(_ state: inout State) {
    for _ in 0..<4 {
      for wish in view(state).wishes {
        let event: PicturesEvent =
          wish.display.map { .painted(wish, pixels(of: wish, on: $0)) }
          ?? .drawn(wish, Fixture.drawn(wish.size))
        _ = feed([.pictures(event)], to: &state)
      }
    }
  }

  private func pixels(of wish: PictureWish, on display: PixelDisplay) -> Pixels {
    Pixels(Array(wish.sha256.utf8), size: wish.size, on: display)
  }

  private func hasBlocks(_ frame: Frame, _ place: Rect) -> Bool {
    (place.y..<place.maxY).allSatisfy { y in
      (place.x..<place.maxX).allSatisfy { frame.grid[$0, y].text == "▀" }
    }
  }

  @Test func `cells come first, then pixels over blanks`() throws {
    var state = try onScreen()
    let first = try #require(view(state).wishes.first)
    #expect(view(state).wishes == [first] && first.display == nil)
    _ = feed([.pictures(.drawn(first, Fixture.drawn(first.size)))], to: &state)
    let onItsWay = view(state)
    let place = try #require(onItsWay.elements.first { $0.role == .image }).bounds
    #expect(onItsWay.pixels.isEmpty && hasBlocks(onItsWay, place))
    let second = try #require(onItsWay.wishes.first)
    #expect(second.display == Self.kitty && second.size == first.size)
    _ = feed([.pictures(.painted(second, pixels(of: second, on: Self.kitty)))], to: &state)
    let frame = view(state)
    #expect(frame.wishes.isEmpty)
    let placed = PlacedPixels(pixels(of: second, on: Self.kitty), at: place, seen: place)
    #expect(frame.pixels == [placed])
    let style = frame.grid[place.x, place.y].style
    for y in place.y..<place.maxY {
      for x in place.x..<place.maxX {
        #expect(frame.grid[x, y] == Cell("\u{A0}", style: style))
      }
    }
  }

  @Test func `a terminal without pixels is asked for none`() throws {
    var state = try onScreen(display: nil)
    bring(&state)
    #expect(view(state).pixels.isEmpty && view(state).wishes.isEmpty)
  }

  @Test func `what cannot be had in pixels keeps its cells`() throws {
    var state = try onScreen()
    for _ in 0..<2 {
      for wish in view(state).wishes {
        let event: PicturesEvent =
          wish.display == nil ? .drawn(wish, Fixture.drawn(wish.size)) : .unpainted(wish)
        _ = feed([.pictures(event)], to: &state)
      }
    }
    let frame = view(state)
    let place = try #require(frame.elements.first { $0.role == .image }).bounds
    #expect(frame.wishes.isEmpty && frame.pixels.isEmpty && hasBlocks(frame, place))
  }

  @Test func `below a dialog and below a word there are cells, and pixels come back`() throws {
    var state = try onScreen()
    bring(&state)
    let place = try #require(view(state).pixels.first).place
    var help = state
    _ = feed([.action(.showHelp)], to: &help)
    #expect(view(help).pixels.isEmpty)
    _ = feed([.action(.back)], to: &help)
    #expect(view(help).pixels.count == 1)
    // Half of it is below a word: the rest has its cells.
    var canvas = Canvas(state)
    let wish = PictureWish(
      Fixture.croissant, size: place.size, ground: canvas.look(.background).background,
      depth: .trueColor)
    state.pictures.keep(Fixture.drawn(place.size), for: wish, in: state.size)
    for (isCovered, count) in [(false, 1), (true, 0)] {
      canvas = Canvas(state)
      #expect(canvas.picture(Fixture.croissant, in: place) == true)
      if isCovered { canvas.fill(place.top(2), .background) }
      #expect(canvas.settlePixels().count == count)
      #expect(canvas.grid[place.x, place.maxY - 1].text == (isCovered ? "▀" : "\u{A0}"))
      #expect(canvas.grid[place.x, place.y].text == (isCovered ? " " : "\u{A0}"))
    }
  }

  @Test func `ink over a picture stands on its cells`() throws {
    var state = try onScreen()
    bring(&state)
    let place = try #require(view(state).pixels.first).place
    var canvas = Canvas(state)
    #expect(canvas.picture(Fixture.croissant, in: place) == true)
    canvas.ink("Zerna", in: place.inset(left: 2, top: 1), canvas.look(.text))
    #expect(canvas.settlePixels().isEmpty)
    let below = Fixture.drawn(place.size)[2, 1].style.background
    #expect(canvas.grid[place.x + 2, place.y + 1].style.background == below)
  }

  @Test func `no pixels lie in the rows of a code`() throws {
    var state = try onScreen()
    bring(&state)
    let place = try #require(view(state).pixels.first).place
    for (row, count) in [(place.y - 3, 1), (place.y, 0), (place.maxY - 1, 0), (place.maxY, 1)] {
      var canvas = Canvas(state)
      #expect(canvas.picture(Fixture.croissant, in: place) == true)
      canvas.fillPaper(Rect(x: 0, y: row, width: 3, height: 1))
      #expect(canvas.settlePixels().count == count, "row \(row)")
      #expect(canvas.grid[place.x + 3, place.y + 1].text == (count == 0 ? "▀" : "\u{A0}"))
    }
  }

  @Test func `what is scrolled away is cut for kitty, and cells for sixel`() throws {
    for (display, count) in [(Self.kitty, 1), (Self.sixel, 0)] {
      var state = try onScreen(display: display)
      bring(&state)
      let place = try #require(view(state).pixels.first).place
      var canvas = Canvas(state)
      #expect(canvas.picture(Fixture.croissant, in: place.inset(top: 1), of: place) == true)
      let placed = canvas.settlePixels()
      #expect(placed.count == count)
      #expect(placed.allSatisfy { $0.place == place && $0.seen == place.inset(top: 1) })
    }
  }

  @Test func `another font asks again, and a terminal that refuses has cells`() throws {
    var state = try onScreen()
    bring(&state)
    let other = PixelDisplay(.kitty, cell: Size(width: 12, height: 24))
    _ = feed([.pictures(.display(other))], to: &state)
    #expect(view(state).pixels.isEmpty && view(state).wishes.map(\.display) == [other])
    bring(&state)
    #expect(view(state).pixels.map(\.pixels.display) == [other])
    _ = feed([.pictures(.display(nil))], to: &state)
    #expect(view(state).pixels.isEmpty && view(state).wishes.isEmpty)
    #expect(state.pictures.painted.isEmpty)
  }

  @Test func `over a slow line there are words in place of pictures`() throws {
    var state = try onScreen()
    bring(&state)
    _ = feed([.pictures(.lineTooSlow)], to: &state)
    let frame = view(state)
    #expect(frame.pixels.isEmpty && frame.wishes.isEmpty)
    #expect(frame.grid.text.contains("A croissant"))
    #expect(!frame.grid.cells.contains(Fixture.drawn(Size(width: 9, height: 9))[8, 8]))
  }

  @Test func `pixels of another size or for another terminal are not kept, and the oldest go`() {
    var pictures = PicturesState()
    let size = Size(width: 100, height: 50)
    func wish(_ number: Int) -> PictureWish {
      let digest = String(repeating: "0", count: 60) + String(1000 + number)
      return PictureWish(
        Picture(sha256: digest), size: size, ground: .terminal, depth: .trueColor,
        display: Self.kitty)
    }
    let window = Size(width: 80, height: 24)
    let blot = Pixels([1], size: Size(width: 1, height: 1), on: Self.kitty)
    pictures.keep(blot, for: wish(0), in: window)
    pictures.keep(Pixels([1], size: size, on: Self.sixel), for: wish(0), in: window)
    #expect(pictures.painted.isEmpty)
    let large = Pixels([UInt8](repeating: 0, count: 1 << 20), size: size, on: Self.kitty)
    for number in 0..<20 { pictures.keep(large, for: wish(number), in: window) }
    #expect(pictures.painted.count == 8)
    #expect(pictures.painted[wish(19)] != nil && pictures.painted[wish(0)] == nil)
  }

  @Test func `on the phone they lie where the phone is`() throws {
    let window = Size(width: 120, height: 46)
    let handset = Handset(window)
    var state = try onScreen(handset.screen.size)
    bring(&state)
    let frame = view(state)
    let moved = try #require(handset.frame(frame, in: state.theme).pixels.first)
    let before = try #require(frame.pixels.first)
    #expect(moved.place.x == before.place.x + handset.screen.x)
    #expect(moved.seen.y == before.seen.y + handset.screen.y)
  }
}
