import Cells
import Content
import Loyalty
import Testing
import Themes

@testable import App

/// Pictures come into their places when they are there, and nothing waits for them.
struct PicturesTests {
  private let wide = Size(width: 120, height: 40)

  /// A screen with a picture on it.
  private func onScreen(
    _ size: Size, depth: ColorDepth = .trueColor, picture: Picture = Fixture.croissant
  ) throws -> State {
    var state = try Fixture.signedIn(size)
    state.settings.look.depth = depth
    state.dress()
    let props: [String: JSONValue] = [
      "picture": ["sha256": .string(picture.sha256)], "alt": ["en": "A croissant"],
    ]
    let screen = Screen(
      slug: "news", tab: .init(.bar, position: 400), title: [.english: "News"],
      blocks: [Fixture.block("image", .image, "Fresh at eight", "", props)])
    _ = feed(
      [
        .screens(.loaded(ScreensContents(screens: [screen], confirmedAt: Fixture.now))),
        .action(.showTab(.screen("news"))),
      ], to: &state)
    return state
  }

  @Test func `a place asks for its picture once, and shows it when it has come`() throws {
    var state = try onScreen(wide)
    let before = view(state)
    let wish = try #require(before.wishes.first)
    #expect(before.wishes == [wish])
    #expect(wish.sha256 == Fixture.croissant.sha256)
    let place = try #require(before.elements.first { $0.role == .image }).bounds
    #expect(place.width == wish.size.width && place.height == wish.size.height)
    _ = feed([.pictures(.drawn(wish, Fixture.drawn(wish.size)))], to: &state)
    let after = view(state)
    #expect(after.wishes.isEmpty)
    // Nothing else moves.
    #expect(after.elements.map(\.bounds) == before.elements.map(\.bounds))
    let drawn = Fixture.drawn(wish.size)
    for y in 0..<place.height {
      for x in 0..<place.width {
        #expect(after.grid[place.x + x, place.y + y] == drawn[x, y])
      }
    }
  }

  @Test func `what is scrolled away is cut, not asked for in another size`() throws {
    var state = try onScreen(Size(width: 60, height: 12))
    let wish = try #require(view(state).wishes.first)
    _ = feed([.pictures(.drawn(wish, Fixture.drawn(wish.size)))], to: &state)
    _ = feed([.input(.key(Key(.down)))], to: &state)
    #expect(view(state).wishes.isEmpty)
  }

  @Test(arguments: [ColorDepth.mono, .palette8])
  func `too few colours ask for none`(depth: ColorDepth) throws {
    let state = try onScreen(wide, depth: depth)
    #expect(view(state).wishes.isEmpty)
  }

  @Test func `none is asked for where the person wants none`() throws {
    var state = try onScreen(wide)
    state.settings.hasPictures = false
    #expect(view(state).wishes.isEmpty)
  }

  @Test(arguments: [PictureFailure.missing, .unusable])
  func `one that cannot be shown has its words, and is asked for no more`(
    failure: PictureFailure
  ) throws {
    var state = try onScreen(wide)
    _ = feed(
      [.pictures(.failed(sha256: Fixture.croissant.sha256, failure)), .pulled], to: &state)
    let frame = view(state)
    #expect(frame.wishes.isEmpty)
    #expect(frame.grid.text.contains("A croissant"))
  }

  @Test func `one that nobody could bring is asked for again once a server has answered`() throws {
    var state = try onScreen(wide)
    _ = feed([.pictures(.failed(sha256: Fixture.croissant.sha256, .away))], to: &state)
    #expect(view(state).wishes.isEmpty)
    _ = feed([.pulled], to: &state)
    #expect(view(state).wishes.count == 1)
  }

  @Test func `one of another size than asked for is not kept`() throws {
    var state = try onScreen(wide)
    let wish = try #require(view(state).wishes.first)
    let other = Fixture.drawn(Size(width: 3, height: 3))
    _ = feed([.pictures(.drawn(wish, other))], to: &state)
    #expect(state.pictures.drawn.isEmpty)
  }

  /// Twenty pictures of 5,000 cells.
  private func kept(in window: Size, on display: PixelDisplay? = nil) -> PicturesState {
    var pictures = PicturesState()
    let size = Size(width: 100, height: 50)
    for number in 0..<20 {
      let digest = String(repeating: String(number % 10), count: 63) + (number < 10 ? "a" : "b")
      let wish = PictureWish(
        Picture(sha256: digest), size: size, ground: .terminal, depth: .trueColor, display: display)
      if let display {
        let bytes = [UInt8](repeating: 0, count: 1_000_000)
        pictures.keep(Pixels(bytes, size: size, on: display), for: wish, in: window)
      } else {
        pictures.keep(Grid(size), for: wish, in: window)
      }
    }
    return pictures
  }

  @Test func `the oldest go when there are too many`() {
    let pictures = kept(in: Size(width: 80, height: 24))
    #expect(pictures.drawn.count == PicturesState.mostCells / 5000)
    #expect(pictures.drawn.keys.filter { $0.sha256.hasSuffix("b") }.count == 10)
  }

  @Test func `those in sight stay, however large the window is`() {
    let window = Size(width: 500, height: 200)
    #expect(kept(in: window).drawn.count == 20)
    let kitty = PixelDisplay(.kitty, cell: Size(width: 8, height: 16))
    #expect(kept(in: window, on: kitty).painted.count == 20)
  }

  @Test func `below what covers it a picture sinks into the ground`() throws {
    var state = try onScreen(wide)
    let wish = try #require(view(state).wishes.first)
    _ = feed([.pictures(.drawn(wish, Fixture.drawn(wish.size)))], to: &state)
    let place = try #require(view(state).elements.first { $0.role == .image }).bounds
    let cell = view(state).grid[place.x, place.y]
    _ = feed([.action(.showHelp)], to: &state)
    let sunk = view(state).grid[place.x, place.y]
    if sunk.text == cell.text { #expect(sunk.style != cell.style) }
  }
}
