import Cells
import Content
import Loyalty
import Testing
import Themes

@testable import App

/// Each place of a picture asks for it in its own size, and nothing moves when it comes.
struct PicturePlacesTests {
  private static let phone = Size(width: 40, height: 15)
  private static let narrow = Size(width: 80, height: 24)
  private static let wide = Size(width: 120, height: 40)
  private static let widest = Size(width: 200, height: 60)

  private func state(
    _ size: Size, _ events: [Event], depth: ColorDepth = .trueColor, hasPictures: Bool = true
  ) throws -> State {
    var state = try Fixture.signedIn(size)
    state.settings.look.depth = depth
    state.settings.hasPictures = hasPictures
    state.dress()
    _ = feed(events, to: &state)
    return state
  }

  private func sizes(_ state: State) -> Set<Size> { Set(view(state).wishes.map(\.size)) }

  /// Draws all that is asked for and looks at what else has changed.
  private func drawn(_ state: State, _ location: SourceLocation = #_sourceLocation) -> State {
    var drawn = state
    let before = view(state)
    #expect(!before.wishes.isEmpty, sourceLocation: location)
    Fixture.draw(&drawn)
    let after = view(drawn)
    #expect(after.wishes.isEmpty, sourceLocation: location)
    #expect(
      after.elements.map(\.bounds) == before.elements.map(\.bounds), sourceLocation: location)
    #expect(after.elements.map(\.text) == before.elements.map(\.text), sourceLocation: location)
    return drawn
  }

  private static let offers: [Event] = [
    .action(.showTab(.promotions)), .promotions(.loaded(Fixture.picturedPromotions)),
  ]

  @Test func `offers are cards below each other, and tiles where there is a pane`() throws {
    let below = try state(Self.narrow, Self.offers)
    #expect(sizes(below) == [Size(width: 16, height: 4)])
    #expect(view(below).wishes.count == 4)
    let tiles = try state(Self.wide, Self.offers)
    #expect(sizes(tiles).count == 2)
    #expect(sizes(tiles).contains(Size(width: 42, height: 12)))
    #expect(sizes(tiles).contains { $0.width >= 33 && $0.height == 9 })
    // Where there is more room they grow.
    #expect(sizes(try state(Self.widest, Self.offers)).allSatisfy { $0.height >= 9 })
    for state in [below, tiles] { _ = drawn(state) }
  }

  @Test func `offers are rows where pictures have no room, and where there are none`() throws {
    let small = try state(Self.phone, Self.offers)
    let mono = try state(Self.narrow, Self.offers, depth: .mono)
    let off = try state(Self.narrow, Self.offers, hasPictures: false)
    for state in [small, mono, off] {
      let frame = view(state)
      #expect(frame.wishes.isEmpty)
      let rows = frame.elements.filter { $0.role == .listItem }
      #expect(rows.count >= 10 && rows.allSatisfy { $0.bounds.height == 1 })
    }
  }

  @Test func `the arrows go through cards, and the selected one is seen whole`() throws {
    var below = try state(Self.narrow, Self.offers)
    var tiles = try state(Self.wide, Self.offers)
    func selected(_ state: State) -> Element? {
      view(state).elements.first { $0.role == .listItem && $0.isSelected }
    }
    for row in 1..<12 {
      _ = feed([.input(.key(Key(.down)))], to: &below)
      #expect(below.promotions.list.selection == row)
      #expect(selected(below)?.bounds.height == 4)
    }
    _ = feed([.input(.key(Key(.right)))], to: &tiles)
    #expect(tiles.promotions.list.selection == 1)
    _ = feed([.input(.key(Key(.down)))], to: &tiles)
    #expect(tiles.promotions.list.selection == 3)
    _ = feed([.input(.key(Key(.end)))], to: &tiles)
    #expect(tiles.promotions.list.selection == 11 && selected(tiles)?.bounds.height == 11)
    // At the end of a line the arrow leads to the section beside this one.
    _ = feed([.input(.key(Key(.right)))], to: &tiles)
    #expect(tiles.tab != .promotions)
  }

  @Test(arguments: [narrow, wide])
  func `a selection that passes over a card leaves its picture as it is`(size: Size) throws {
    var state = drawn(try state(size, Self.offers))
    let picture = try #require(state.pictures.drawn.first { $0.key.size.height < 10 }?.value)
    func place(_ state: State) -> Rect? {
      let grid = view(state).grid
      let isThere = { (x: Int, y: Int) in
        (0..<picture.size.height).allSatisfy { row in
          (0..<picture.size.width).allSatisfy { grid[x + $0, y + row] == picture[$0, row] }
        }
      }
      for y in 0...(size.height - picture.size.height) {
        for x in 0...(size.width - picture.size.width) where isThere(x, y) {
          return Rect(x: x, y: y, width: picture.size.width, height: picture.size.height)
        }
      }
      return nil
    }
    let before = try #require(place(state))
    _ = feed([.input(.key(Key(.down)))], to: &state)
    Fixture.draw(&state)
    #expect(place(state) == before)
  }

  @Test func `an offer's sheet has its picture beside the words, and a dialog sinks it`() throws {
    let sheet = try state(Self.narrow, Self.offers + [.action(.promotions(.open(row: 0)))])
    #expect(sizes(sheet).contains(Size(width: 28, height: 9)))
    var drawn = drawn(sheet)
    let frame = view(drawn)
    let place = try #require(frame.elements.first { $0.id == "sheet.picture" })
    #expect(place.text == "Drawing 0")
    #expect(
      frame.elements.allSatisfy {
        $0.id == place.id || $0.bounds.intersection(place.bounds).isEmpty
      })
    let cell = frame.grid[place.bounds.x, place.bounds.y]
    _ = feed([.action(.showHelp)], to: &drawn)
    #expect(view(drawn).grid[place.bounds.x, place.bounds.y].style != cell.style)
  }

  @Test func `a store has its picture above what is said of it, or beside it`() throws {
    let list: [Event] = [.action(.shops(.show)), .shops(.loaded(Fixture.picturedShops))]
    let pane = try state(Self.wide, list)
    #expect(sizes(pane) == [Size(width: 42, height: 12)])
    let open = list + [.action(.shops(.open(row: 0)))]
    let sheet = try state(Self.narrow, open)
    #expect(sizes(sheet) == [Size(width: 28, height: 9)])
    let high = try state(Size(width: 50, height: 40), open)
    #expect(sizes(high).first?.width == 50)
    #expect(sizes(try state(Self.phone, open)).isEmpty)
    for state in [pane, sheet, high] { _ = drawn(state) }
  }

  @Test(arguments: [narrow, wide, widest])
  func `the card's face has the brand's picture, and its words can be read`(size: Size) throws {
    let state = drawn(try state(size, [.home(.loaded(Fixture.picturedHome))]))
    let frame = view(state)
    let name = try #require(frame.elements.first { $0.id == "app.brand" })
    var letters = 0
    for y in name.bounds.y..<name.bounds.maxY {
      for x in name.bounds.x..<min(name.bounds.maxX, 30) {
        let cell = frame.grid[x, y]
        guard cell.style.foreground == state.theme[.brandFace].foreground else { continue }
        letters += 1
        let isOwn = cell.style.background == state.theme[.brandFace].background
        #expect(
          isOwn || InkContrast.ratio(cell.style.foreground, on: cell.style.background) >= 3)
      }
    }
    #expect(letters >= 4)
    let code = try #require(frame.elements.first { $0.id == "home.card" })
    let wish = try #require(state.pictures.drawn.keys.first)
    #expect(wish.size.height <= code.bounds.y)
  }

  @Test(arguments: [ColorDepth.palette256, .palette16])
  func `with few colours the card's face is the brand's colour alone`(depth: ColorDepth) throws {
    let state = try state(Self.narrow, [.home(.loaded(Fixture.picturedHome))], depth: depth)
    #expect(view(state).wishes.isEmpty)
    #expect(view(state).grid[0, 0].style.background == state.theme[.brandFace].background)
  }

  @Test func `the edge of a pane with the focus leaves its picture whole`() throws {
    var state = drawn(try state(Self.wide, Self.offers))
    let place = try #require(view(state).elements.first { $0.id == "sheet.picture" }).bounds
    let column = (place.y..<place.maxY).map { view(state).grid[place.x, $0] }
    _ = feed([.input(.key(Key(.enter)))], to: &state)
    let grid = view(state).grid
    #expect((place.y..<place.maxY).map { grid[place.x, $0] } == column)
    #expect(grid[place.x, place.maxY + 1].text == "▎")
  }

  @Test func `a guest is shown a picture of each kind of thing`() throws {
    var home = HomeContents(program: Fixture.picturedHome.program)
    home.confirmedAt = Fixture.now
    for (size, columns) in [(Self.wide, 3), (Self.widest, 3), (Self.narrow, 0)] {
      var state = try Fixture.signedOut(size)
      state.settings.look.depth = .trueColor
      state.dress()
      _ = feed(
        [
          .home(.loaded(home)), .action(.guest(.lookAround)),
          .promotions(.loaded(Fixture.picturedPromotions)), .rewards(.loaded(Fixture.rewards)),
          .shops(.loaded(Fixture.picturedShops)),
        ], to: &state)
      let wishes = view(state).wishes
      #expect(wishes.contains { $0.sha256 == Fixture.picture(200).sha256 })
      let shops = wishes.filter { $0.sha256 == Fixture.picture(100).sha256 }
      #expect(shops.count == (columns == 3 ? 1 : 0))
      #expect(shops.allSatisfy { $0.size.height == Picture.rows(of: $0.size.width) })
    }
  }

  @Test func `an account has the picture of its own server alone`() throws {
    var accounts = Fixture.accounts
    for index in accounts.accounts.indices {
      accounts.accounts[index].program = Fixture.picturedHome.program
    }
    var state = try state(
      Self.wide, [.action(.accounts(.show)), .accounts(.loaded(accounts))])
    #expect(sizes(state) == [Size(width: 42, height: 12)])
    _ = feed([.input(.key(Key(.down)))], to: &state)
    #expect(view(state).wishes.isEmpty)
  }

  private static let wallet: [Event] = [
    .action(.wallet(.show)), .wallet(.loaded(Fixture.picturedWallet)),
    .wallet(.pictures(Fixture.cardPictures)),
  ]

  @Test func `which pictures the cards have is asked once`() throws {
    var state = try Fixture.signedIn()
    let contents = Fixture.picturedWallet
    let load = Event.wallet(.loaded(contents))
    #expect(feed([load], to: &state) == [.wallet(.namePictures)])
    #expect(feed([.wallet(.pictures(Fixture.cardPictures)), load], to: &state).isEmpty)
    // A card that had one may have got another.
    let read = Event.wallet(.read(WalletImport(), contents))
    #expect(feed([read], to: &state) == [.wallet(.namePictures)])
    #expect(feed([.wallet(.loaded(WalletContents()))], to: &state) == [.wallet(.namePictures)])
  }

  @Test func `a card has its icon or its front as its face, and both sides over its code`() throws {
    let grid = try state(Self.wide, Self.wallet)
    let faces = view(grid).wishes.filter { $0.size.height == 5 }
    #expect(faces.map(\.size.width).sorted() == [10, 24])
    let pane = try state(
      Self.wide, Self.wallet + [.input(.key(Key(.right))), .input(.key(Key(.right)))])
    #expect(pane.wallet.selected?.name == "Буквоед")
    #expect(view(pane).wishes.filter { $0.size == Size(width: 27, height: 9) }.count == 2)
    for state in [grid, pane] { _ = drawn(state) }
  }

  @Test(arguments: [narrow, wide, widest, Size(width: 100, height: 30)], [0, 1, 2])
  func `no code shares rows with a picture of its card`(size: Size, row: Int) throws {
    var pictures = Fixture.cardPictures
    for card in Fixture.wallet.cards { pictures[card.id] = Fixture.cardPictures[.init("1")] }
    let state = try state(
      size, Self.wallet + [.wallet(.pictures(pictures)), .action(.wallet(.open(row: row)))])
    let frame = view(state)
    guard let code = frame.elements.first(where: { $0.id == "wallet.card.symbol" }) else { return }
    for side in frame.elements where ["wallet.card.front", "wallet.card.back"].contains(side.id) {
      #expect(side.bounds.maxY <= code.bounds.y || side.bounds.y >= code.bounds.maxY)
      let others = frame.elements.filter {
        $0.id != side.id && $0.id.rawValue.hasPrefix("wallet.card.")
      }
      #expect(others.allSatisfy { $0.bounds.intersection(side.bounds).isEmpty })
    }
  }

  @Test func `a live list of a screen begins with tiles`() throws {
    let screen = Screen(
      slug: "news", tab: .init(.bar, position: 400), title: [.english: "News"],
      blocks: [Fixture.block("offers", .promotions)])
    let events: [Event] = [
      .promotions(.loaded(Fixture.picturedPromotions)),
      .screens(.loaded(ScreensContents(screens: [screen], confirmedAt: Fixture.now))),
      .action(.showTab(.screen("news"))),
    ]
    let wide = try state(Self.wide, events)
    let wishes = view(wide).wishes
    #expect(wishes.count == 3 && wishes.allSatisfy { $0.size.width >= 21 && $0.size.height >= 5 })
    _ = drawn(wide)
    #expect(view(try state(Self.wide, events, hasPictures: false)).wishes.isEmpty)
  }

  @Test(arguments: [ColorDepth.mono, .palette8])
  func `where no picture is shown its words stand in its place`(depth: ColorDepth) throws {
    let pane = try state(Self.wide, Self.offers, depth: depth)
    let frame = view(pane)
    #expect(frame.wishes.isEmpty)
    #expect(frame.grid.text.contains("Drawing 0"))
    let shop = try state(
      Self.wide, [.action(.shops(.show)), .shops(.loaded(Fixture.picturedShops))], depth: depth)
    #expect(view(shop).grid.text.contains("Drawing 10"))
  }

  @Test func `one that is missing has its words in the same place`() throws {
    var state = try state(Self.wide, Self.offers)
    let before = view(state)
    let lost = Fixture.picture(0).sha256
    _ = feed([.pictures(.failed(sha256: lost, .missing))], to: &state)
    let after = view(state)
    #expect(after.grid.text.contains("Drawing 0"))
    #expect(after.elements.map(\.bounds) == before.elements.map(\.bounds))
  }
}
