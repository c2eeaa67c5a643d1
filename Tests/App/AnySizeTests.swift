import App
import Cells
import Loyalty
import TestSupport
import Testing

struct AnySizeTests {
  /// All screens and sheets, one after the other.
  static let walk: [[Event]] = [
    [.introLoaded(Fixture.slides)], [.input(.key(Key(.right)))],
    [.action(.intro(.skip))], Key.text("2"), Key.text("z"), Key.text("?"), Key.text("3"),
    [.action(.rewards(.open(row: 0)))], [.action(.rewards(.open(row: 4)))],
    [.action(.rewards(.open(row: 1))), .action(.rewards(.redeem))],
    [.action(.rewards(.open(row: 7)))],
    [], Key.text("2"), Key.text("z"), Key.text("?"), [.input(.key(Key(.escape)))],
    Key.text("1b"),
    [.explanationLoaded(Fixture.explanation)], Key.text("j"),
    [.input(.key(Key(.escape)))], Key.text("t"), [.action(.tier(.suppose(100)))],
    [.input(.key(Key(.escape)))], Key.text("4"), [.action(.promotions(.open(row: 1)))],
    [.input(.key(Key(.escape)))], Key.text("p"), [.input(.key(Key(.escape)))],
    [.action(.stamps(.show))], [.input(.key(Key(.escape)))],
    [.inboxLoaded(Fixture.inbox), .storesLoaded(Fixture.stores)],
    [.referralLoaded(Fixture.referral), .action(.inbox(.show))],
    [.action(.inbox(.open(row: 0)))], [.action(.back), .action(.inbox(.showPreferences))],
    [.action(.stores(.show))], [.action(.stores(.open(row: 0)))], [.action(.stores(.showOrigins))],
    [.action(.referral(.show))], [.action(.referral(.showCode))], [.action(.referral(.giveCode))],
    [.action(.back), .action(.back)], Key.text("5j"),
    [.action(.wallet(.show))], [.wallet(.loaded(Fixture.wallet))], Key.text("/a"),
    [.input(.key(Key(.escape))), .action(.wallet(.open(row: 0)))], Key.text("jj"),
    [.action(.wallet(.showLarge))], [.action(.back), .action(.wallet(.askToDelete))],
    [.action(.back), .action(.wallet(.edit))],
    [.action(.focus("wallet.note")), .action(.wallet(.submitCard))],
    [.action(.back), .action(.wallet(.showReading))],
    [.wallet(.fileFailed(.passwordNeeded))],
    [.action(.back), .action(.wallet(.showWriting))],
    [.action(.accounts(.show)), .accountsLoaded(Fixture.accounts)], Key.text("jd"),
    Key.text("n"), [.accountRefused(.invalid)],
    [.action(.profile(.show)), .profileLoaded(Fixture.profile)], [.action(.profile(.edit))],
    [.input(.paste(String(repeating: "Ж", count: 400))), .action(.profile(.save))],
    [.action(.back), .action(.consents(.show))], [.action(.back), .action(.sessions(.show))],
    [.sessionsLoaded(Fixture.sessions)], [.action(.sessions(.open(row: 2)))],
    [.action(.back), .action(.sessions(.showOthers))],
    [.action(.back), .action(.back), .action(.profile(.showExport))],
    [.exported(path: "/" + String(repeating: "long/", count: 90))],
    [.action(.back), .action(.profile(.showDeletion)), .action(.profile(.deleteAccount))],
    [.action(.back), .action(.back), .screens(.loaded(Fixture.screens))],
    [.action(.screens(.open(slug: "news")))], [.input(.key(Key(.tab)))],
    [.action(.screens(.open(slug: "page"))), .action(.screens(.fold(.init("faq"))))],
    [.input(.key(Key(.pageDown)))], [.input(.key(Key(.end)))],
    [.homeLoaded(Fixture.editorHome), .editor(.opened(Fixture.draft, seed: "b"))],
    [.action(.editor(.select(5)))], [.action(.editor(.pane)), .action(.editor(.write))],
    [.input(.paste(String(repeating: "漢字 ж", count: 300)))], [.action(.editor(.preview))],
    [.action(.editor(.leave)), .action(.editor(.add))], [.action(.back)],
    [.editor(.conflicted(theirs: Fixture.theirs))], [.action(.back)],
    [.action(.editor(.showRevisions)), .editor(.revisionsLoaded(Fixture.revisions))],
    [.action(.editor(.revisionsAction(.open(row: 0))))],
    Fixture.revisions.map { .editor(.revisionLoaded($0)) }, [.action(.back), .action(.back)],
    [.action(.editor(.showPublishing))], [.action(.editor(.plan))], [.action(.back)],
    [.action(.back)], [.action(.travel(.open))],
    [.action(.form(.choose("travel.width", 3))), .action(.travel(.go))], [.action(.travel(.end))],
    [.action(.editor(.leave)), .action(.editor(.leave))], [.action(.editor(.leave))],
    [.action(.drafts(.show)), .drafts(.loaded(DraftsTests.all, kept: DraftsTests.kept))],
    [.action(.drafts(.new))],
    [.action(.back)], [.input(.key(Key(.down))), .action(.drafts(.askDelete))],
    [.action(.back), .action(.back)],
    [.screens(.loaded(ScreensContents(screens: [])))],
  ]

  private static let widths = [1, 2, 3, 5, 8, 12, 20, 39, 40, 79, 80, 133, 250]
  private static let heights = [1, 2, 3, 4, 5, 6, 7, 9, 14, 15, 23, 24, 41, 90]

  /// Each width and each height is drawn; all pairs in a long run.
  @Test(arguments: widths.indices)
  func `any size draws, and no element stands outside the screen`(index: Int) throws {
    let width = AnySizeTests.widths[index]
    for height in Effort.sample(AnySizeTests.heights, every: 13, from: index) {
      let size = Size(width: width, height: height)
      for var state in [
        try Fixture.signedOut(size), try Fixture.signedIn(size), try Fixture.guest(size),
      ] {
        for event in Self.walk {
          _ = feed(event, to: &state)
          let frame = view(state)
          #expect(frame.grid.size == size)
          for element in frame.elements {
            #expect(element.bounds.intersection(frame.grid.bounds) == element.bounds)
          }
          if let cursor = frame.modes.cursor { #expect(frame.grid.bounds.contains(cursor)) }
        }
      }
    }
  }

  @Test func `a resize gives the same frame as a fresh start at that size`() throws {
    for (width, height) in [(40, 15), (120, 40), (10, 4), (80, 24)] {
      let size = Size(width: width, height: height)
      var resized = try Fixture.signedIn()
      _ = feed([.input(.resize(Size(width: 3, height: 2))), .input(.resize(size))], to: &resized)
      #expect(view(resized) == view(try Fixture.signedIn(size)))
    }
  }

  @Test func `texts ten times longer than expected stay inside their places`() throws {
    var state = try Fixture.signedIn()
    var home = Fixture.home
    home.member?.name = String(repeating: "Константинопольский ", count: 40)
    home.card?.number = String(repeating: "1234 ", count: 60)
    home.balance?.available = Points(.max)
    home.latest = home.latest.map { entry in
      var entry = entry
      entry.title = [.english: String(repeating: "漢字 cappuccino ", count: 50)]
      return entry
    }
    _ = feed([.homeLoaded(home)], to: &state)
    #expect(view(state).elements.contains { $0.id == "home.balance" })
  }
}
