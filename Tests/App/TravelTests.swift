import Cells
import Content
import Loyalty
import Testing

@testable import App

/// Looking at screens as somebody else.
struct TravelTests {
  private static let screen: Screen = {
    var gold = Fixture.block("gold", .paragraph, "Gold", "Золото")
    gold.members["visibility"] = ["tiers": ["tier_gold"]]
    var late = Fixture.block("late", .paragraph, "New year", "Новый год")
    late.members["visibility"] = ["from": "2027-01-01T00:00:00Z"]
    var regulars = Fixture.block("regulars", .paragraph, "Regulars", "Постоянные")
    regulars.members["visibility"] = ["segments": ["regulars"]]
    var newer = Fixture.block("newer", .paragraph, "Newer", "Новее")
    newer.members["min_client"] = "0.1.0"
    newer.members["fallback"] = ["en": "Get a newer app", "ru": "Обновите приложение"]
    var screen = Screen(
      id: .init("scr_9"), slug: "news", tab: .init(.bar, position: 250),
      title: [.english: "News", .russian: "Новости"],
      blocks: [gold, late, regulars, newer, Fixture.block("own", .balance)])
    screen.members["etag"] = "\"1.1\""
    return screen
  }()

  private func state(_ roles: [Role]) throws -> State {
    var home = Fixture.home
    home.member?.roles = roles
    var state = try Fixture.signedIn(Size(width: 80, height: 24), .english)
    _ = feed(
      [
        .home(.loaded(home)), .screens(.loaded(ScreensContents(screens: [TravelTests.screen]))),
        .action(.showTab(.screen("news"))),
      ], to: &state)
    return state
  }

  /// Texts of the blocks that are drawn.
  private func texts(_ state: State) -> [String] {
    view(state).elements.filter { $0.id.rawValue.contains("screen.block.") }.map(\.text)
  }

  @Test func `only who may edit can look as somebody else`() throws {
    for roles in [[Role.member], []] {
      var member = try state(roles)
      _ = feed([.input(.key(.character("v"))), .action(.travel(.open))], to: &member)
      _ = feed([.action(.travel(.go))], to: &member)
      #expect(member.sheets.isEmpty && member.travel == nil)
    }
    for role in [Role.editor, .publisher, .admin] {
      var editor = try state([role])
      _ = feed([.input(.key(.character("v")))], to: &editor)
      #expect(editor.sheets == [.travel])
    }
  }

  @Test func `blocks are those of whom the editor plays, and Esc ends it`() throws {
    var state = try state([.editor])
    let own = texts(state)
    #expect(own.contains("Gold") && own.contains("Regulars") && !own.contains("New year"))
    state.travel = Travel(tier: .init("tier_silver"))
    #expect(!texts(state).contains("Gold") && !texts(state).contains("Regulars"))
    state.travel = Travel(tier: .init("tier_gold"), segments: ["regulars"])
    #expect(texts(state).contains("Gold") && texts(state).contains("Regulars"))
    state.travel = Travel(moment: Instant(rfc3339: "2027-02-01T00:00:00Z"))
    #expect(texts(state).contains("New year") && texts(state).contains("Gold"))
    state.travel = Travel(version: Version(0, 0, 9))
    #expect(texts(state).contains("Get a newer app"))
    state.travel = Travel(language: .russian)
    #expect(texts(state).contains("Золото"))
    state.travel = Travel(isGuest: true)
    #expect(!texts(state).contains("Gold"))
    #expect(texts(state).contains(Phrasebook(.english).say(.screenLogIn)))
    #expect(view(state).elements.contains { $0.id == "travel.banner" })
    _ = feed([.input(.key(Key(.escape)))], to: &state)
    #expect(state.travel == nil && state.tab == .screen("news"))
    #expect(texts(state) == own)
  }

  @Test func `what the server left out for the editor is brought for somebody else`() throws {
    var state = try state([.editor])
    var served = TravelTests.screen
    served.blocks.removeAll { $0.id.rawValue == "gold" }
    _ = feed([.screens(.loaded(ScreensContents(screens: [served])))], to: &state)
    #expect(!texts(state).contains("Gold"))
    _ = feed([.input(.key(.character("v")))], to: &state)
    _ = feed([.action(.form(.choose("travel.tier", -1)))], to: &state)
    let effects = feed([.action(.travel(.go))], to: &state)
    #expect(effects == [.ask(.editor(.whole(served.id)))])
    var tiered = TravelTests.screen
    tiered.blocks[0].members["visibility"] = [
      "tiers": [.string(try #require(state.travel?.tier?.rawValue))]
    ]
    _ = feed([.editor(.wholeLoaded(tiered))], to: &state)
    #expect(texts(state).contains("Gold"))
  }

  @Test func `the form takes a moment on the editor's clock, and says what is wrong`() throws {
    var state = try state([.editor])
    _ = feed(
      [
        .input(.key(.character("v"))), .action(.focus("travel.moment")),
        .input(.paste("2026-02-30")), .action(.focus("travel.version")), .input(.paste("next")),
        .action(.travel(.go)),
      ], to: &state)
    #expect(state.sheets == [.travel] && state.travel == nil)
    #expect(state.focus == "travel.moment")
    _ = feed(
      [
        .input(.key(.control("u"))), .input(.paste("2027-01-01 02:30")),
        .action(.focus("travel.version")), .input(.key(.control("u"))),
        .action(.focus("travel.segments")), .input(.paste(" regulars, vip ")),
        .action(.travel(.go)),
      ], to: &state)
    let travel = try #require(state.travel)
    // Half past two in Moscow is the year before in Greenwich.
    #expect(travel.moment == Instant(rfc3339: "2026-12-31T23:30:00Z"))
    #expect(travel.segments == ["regulars", "vip"])
    #expect(state.sheets.isEmpty)
    #expect(state.screenDeadline == nil, "where a moment is chosen the clock stands still")
  }

  @Test func `segments are those of the program, and others are named`() throws {
    var state = try state([.editor])
    let asked = feed([.input(.key(.character("v")))], to: &state)
    #expect(asked.contains(.load(.editor(.choices))) && asked.contains(.ask(.editor(.choices))))
    let choices = ContentChoices(
      tiers: [], segments: ["new", "vip"], timeZone: "UTC", zone: Zone(initialOffset: 0))
    _ = feed(
      [
        .editor(.choicesLoaded(choices)), .action(.focus("travel.segments")),
        .input(.paste("VIP, regulars, goldies, reglars")), .action(.travel(.go)),
      ], to: &state)
    #expect(state.sheets == [.travel] && state.focus == "travel.segments")
    #expect(
      view(state).elements.contains {
        $0.text.contains("The program does not know: goldies, reglars")
      })
    _ = feed(
      [.input(.key(.control("u"))), .input(.paste("VIP, regulars")), .action(.travel(.go))],
      to: &state)
    #expect(state.travel?.segments == ["vip", "regulars"])
  }

  @Test(
    arguments: [(40, 15), (80, 24), (120, 40)].map { Size(width: $0, height: $1) },
    Phrasebook.languages)
  func `each segment's name can be read whole where segments are typed`(
    size: Size, language: Language
  ) throws {
    for count in [2, 5, 12] {
      let names = (1...count).map { "city guests \($0)" }
      var home = Fixture.home
      home.member?.roles = [.editor]
      var state = try Fixture.signedIn(size, language)
      let choices = ContentChoices(
        tiers: [], segments: names, timeZone: "UTC", zone: Zone(initialOffset: 0))
      _ = feed(
        [
          .home(.loaded(home)), .screens(.loaded(ScreensContents(screens: [TravelTests.screen]))),
          .action(.showTab(.screen("news"))), .action(.travel(.open)),
          .editor(.choicesLoaded(choices)), .action(.focus("travel.segments")),
        ], to: &state)
      let frame = view(state)
      let shown = frame.grid.text.split { " \n".contains($0) }.joined(separator: " ")
      #expect(shown.contains(names.joined(separator: ", ")), "\(count): \(shown)")
      #expect(
        frame.elements.contains { $0.id == "travel.segments" && $0.isFocused && !$0.bounds.isEmpty }
      )
      #expect(frame.elements.contains { $0.id == "form.submit" && !$0.bounds.isEmpty })
      // Nowhere is one cut.
      for field in ["travel.tier", "travel.version"] as [Element.ID] {
        _ = feed([.action(.focus(field))], to: &state)
        let known = view(state).elements.first { $0.id == "travel.known" }?.bounds
        let rows = known.map { view(state).grid.lines[$0.y..<$0.maxY].joined() } ?? ""
        #expect(!rows.contains("…"))
        #expect(view(state).elements.contains { $0.id == field && !$0.bounds.isEmpty })
      }
    }
  }

  @Test(arguments: Travel.widths) func `a phone's width holds the blocks`(_ width: Int) throws {
    var state = try Fixture.editing(Size(width: 200, height: 50))
    state.travel = Travel(width: width)
    let blocks = view(state).elements.filter { $0.id.rawValue.hasPrefix("preview.screen.block.") }
    #expect(!blocks.isEmpty)
    #expect(blocks.allSatisfy { $0.bounds.width <= width })
    #expect(blocks.contains { $0.bounds.width == width })
  }

  @Test func `who logs out plays nobody`() throws {
    var state = try state([.editor])
    state.travel = Travel(width: 40)
    _ = feed([.login(.signedOut)], to: &state)
    #expect(state.travel == nil)
  }
}

extension GoldenTests.Screen {
  /// News, as a guest sees them on another day.
  var travelEvents: [Event] {
    let form: [Event] = [
      .home(.loaded(Fixture.editorHome)), .screens(.loaded(Fixture.screens)),
      .action(.screens(.open(slug: "news"))), .action(.travel(.open)),
      .action(.form(.choose("travel.tier", 1))), .action(.focus("travel.moment")),
      .input(.paste("2027-01-01 10:00")), .action(.focus("travel.version")),
      .input(.paste(self == .travelForm ? "new" : "0.1.0")), .action(.travel(.go)),
    ]
    return form
  }
}
