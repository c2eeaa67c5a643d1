import Cells
import Loyalty
import Testing

@testable import App

/// What is worth a second of the whole screen.
struct CelebrationTests {
  private static let sizes = [(80, 24), (40, 15), (120, 40), (20, 6), (200, 60)]
    .map { Size(width: $0, height: $1) }

  /// A purchase that the server tells of, or a tier that is reached.
  static func events(isTier: Bool, points: Int64 = 22, id: String = "sale") -> [Event] {
    var home = Fixture.home
    home.stamps = Fixture.stampCards
    if isTier {
      home.tier = Fixture.tierWithMore
      return [.news, .home(.loaded(home)), .pulled]
    }
    home.balance?.available = Points(1234 + points)
    if var entry = home.latest.first {
      entry.id = .init(id)
      entry.points = Points(points)
      entry.createdAt = Fixture.now
      home.latest.insert(entry, at: 0)
    }
    return [.news, .home(.loaded(home)), .pulled]
  }

  private func said(_ state: State) -> String? {
    view(state).elements.first { $0.id == "moment" }?.text.replacing("\u{A0}", with: " ")
  }

  @Test(arguments: [[], [Sheet.card]])
  func `a purchase at the till says what it gave and what there is now`(sheets: [Sheet]) throws {
    for size in CelebrationTests.sizes {
      var state = try Fixture.signedIn(size)
      state.sheets = sheets
      _ = feed(CelebrationTests.events(isTier: false), to: &state)
      let words = try #require(said(state))
      #expect(words.hasPrefix("+22 ") && words.hasSuffix("now 1,256 points"), "\(words)")
      #expect(state.toasts.isEmpty)
    }
  }

  @Test func `it hides neither the symbol nor the number that the till needs`() throws {
    for size in CelebrationTests.sizes {
      var state = try Fixture.signedIn(size)
      _ = feed(Key.text("z"), to: &state)
      let before = view(state)
      _ = feed(CelebrationTests.events(isTier: false), to: &state)
      let after = view(state)
      guard !state.isCelebrationFull else {
        #expect(after.elements.contains { $0.id == "moment.number" })
        continue
      }
      for element in before.elements where ["card.symbol", "card.number"].contains(element.id) {
        for y in element.bounds.y..<element.bounds.maxY {
          for x in element.bounds.x..<element.bounds.maxX {
            #expect(after.grid[x, y] == before.grid[x, y])
          }
        }
      }
    }
  }

  @Test func `it is over by itself, and asks for one waking`() throws {
    var state = try Fixture.signedIn()
    _ = feed(Key.text("z"), to: &state)
    _ = feed(CelebrationTests.events(isTier: false), to: &state)
    let end = Fixture.now.adding(milliseconds: Celebration.length)
    _ = state.pass(until: end.adding(milliseconds: -1))
    #expect(said(state) != nil)
    _ = state.pass(until: end)
    #expect(said(state) == nil)
  }

  @Test func `the first key ends it, and a letter does what it does`() throws {
    for key in [Key(.escape), Key(.enter), Key(.tab), Key(.down)] {
      var state = try Fixture.signedIn()
      _ = feed(CelebrationTests.events(isTier: false), to: &state)
      _ = feed([.input(.key(key))], to: &state)
      #expect(said(state) == nil && state.sheets.isEmpty && state.focus == nil)
    }
    var state = try Fixture.signedIn()
    _ = feed(CelebrationTests.events(isTier: false) + Key.text("z"), to: &state)
    #expect(said(state) == nil && state.sheets == [.card])
    // A band hides nothing that keys are for.
    var small = try Fixture.signedIn(Size(width: 40, height: 15))
    _ = feed(Key.text("z") + CelebrationTests.events(isTier: false), to: &small)
    _ = feed([.input(.key(Key(.escape)))], to: &small)
    #expect(small.sheets.isEmpty)
  }

  @Test func `what comes in two answers is one purchase`() throws {
    var state = try Fixture.signedIn()
    _ = feed(CelebrationTests.events(isTier: false), to: &state)
    var home = state.home.contents
    home.balance?.available = Points(1346)
    var entry = try #require(home.latest.first)
    entry.id = .init("offer")
    entry.points = Points(90)
    home.latest.insert(entry, at: 0)
    _ = feed([.news, .home(.loaded(home)), .pulled], to: &state)
    #expect(said(state)?.hasPrefix("+112 ") == true)
    #expect(state.celebration?.lines.count == 2)
  }

  @Test func `a tier that is reached is named, one that is lost is not`() throws {
    var state = try Fixture.signedIn()
    _ = feed(CelebrationTests.events(isTier: true), to: &state)
    #expect(said(state) == "New tier: Gold")
    _ = feed([.input(.key(Key(.escape))), .home(.loaded(Fixture.home))], to: &state)
    #expect(said(state) == nil)
  }

  @Test func `where nothing may move a word at the edge says it`() throws {
    var state = try Fixture.signedIn()
    state.settings.hasMotion = false
    _ = feed(CelebrationTests.events(isTier: false), to: &state)
    #expect(said(state) == nil && state.toasts.first?.text.hasPrefix("+22") == true)
  }

  @Test func `a reward is named at the foot of its coupon, whose code and number stay`() throws {
    for size in CelebrationTests.sizes {
      var state = try Fixture.signedIn(size)
      _ = feed(Key.text("3") + [.action(.rewards(.open(row: 1)))], to: &state)
      guard case .rewards(.reward(let reward)) = state.sheets.last else { continue }
      let coupon = try #require(state.rewards.contents.coupons.first)
      _ = feed([.rewards(.redeemed(coupon.id, of: reward))], to: &state)
      let frame = view(state)
      let found = frame.elements.first { $0.id == "moment" }
      // Where the symbol takes all rows, the coupon says it itself.
      guard size.height > 15 || found != nil else { continue }
      let band = try #require(found)
      #expect(band.text.hasPrefix("Yours: "))
      for element in frame.elements where element.role == .image {
        #expect(element.bounds.intersection(band.bounds).isEmpty)
      }
    }
  }

  @Test func `letters of six rows are those of three with each quarter as a cell`() throws {
    let letters = try #require(BigLetters("+1"))
    #expect(letters.doubled.count == 6)
    #expect(letters.doubled.allSatisfy { $0.count == letters.width * 2 })
    #expect(letters.doubled[0] == "          ██  " && letters.doubled[1] == "         ███  ")
  }
}
