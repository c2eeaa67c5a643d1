import Cells
import Loyalty
import Testing

@testable import App

/// What the core does with a surface by what its feature says of it.
struct SurfaceTests {
  /// A list that can be searched, with rows in it.
  enum Searched: CaseIterable {
    case history
    case shops
    case wallet

    func state() throws -> State {
      var state = try Fixture.signedIn()
      let events: [Event] =
        switch self {
        case .history: [.action(.showTab(.history))]
        case .shops: [.action(.shops(.show)), .shops(.loaded(Fixture.shops))]
        case .wallet: [.action(.wallet(.show)), .wallet(.loaded(Fixture.wallet))]
        }
      _ = feed(events, to: &state)
      return state
    }
  }

  private let enter = Event.input(.key(Key(.enter)))
  private let escape = Event.input(.key(Key(.escape)))

  @Test(arguments: Searched.allCases)
  func `a search takes what is typed until Enter, and Esc leads back to the whole list`(
    place: Searched
  ) throws {
    var state = try place.state()
    let whole = state
    let search = try #require(state.surface.list?.search)
    #expect(state.focusedField == nil)
    _ = feed(Key.text("/"), to: &state)
    #expect(state.focusedField == search.id)
    let effects = feed(Key.text("qz") + [.input(.paste("x"))], to: &state)
    #expect(state[keyPath: search.text].text == "qzx")
    // The history's rows are asked for, the other lists are here.
    #expect(effects.isEmpty == (place != .history))
    let field = try #require(view(state).elements.first { $0.id == search.id })
    #expect(field.isFocused && view(state).modes.cursor != nil)
    _ = feed([enter], to: &state)
    #expect(state.focusedField == nil && state[keyPath: search.text].text == "qzx")
    #expect(state.sheets == whole.sheets && state.tab == whole.tab)
    _ = feed([escape], to: &state)
    #expect(state[keyPath: search.text].text.isEmpty)
    #expect(state.sheets == whole.sheets && state.tab == whole.tab)
    _ = feed([escape], to: &state)
    #expect(state.sheets.isEmpty && state.tab == .home)
  }

  @Test(arguments: Searched.allCases)
  func `a click and Tab put the caret into a search, and Tab takes it out`(place: Searched) throws {
    var state = try place.state()
    let search = try #require(state.surface.list?.search)
    _ = feed(Key.text("/a") + [enter], to: &state)
    #expect(state.focusedField == nil)
    let field = try #require(view(state).elements.first { $0.id == search.id })
    let middle = Point(x: field.bounds.x + 1, y: field.bounds.y)
    _ = feed([.input(.mouse(Mouse(.press, at: middle)))], to: &state)
    #expect(state.focusedField == search.id && state.focus == nil)
    _ = feed([.input(.key(Key(.tab)))], to: &state)
    #expect(state.focusedField == nil)
    var turns = 0
    while state.focusedField == nil, turns < 40 {
      _ = feed([.input(.key(Key(.tab)))], to: &state)
      turns += 1
    }
    #expect(state.focusedField == search.id && state.focus == nil)
  }

  @Test func `each line that is drawn to be typed in takes what is typed once it has the focus`()
    throws
  {
    var state = try Fixture.signedIn()
    var seen: Set<Element.ID> = []
    for step in Walk.steps {
      _ = feed(step.events, to: &state)
      // The editor writes in its fields itself.
      guard state.form == nil, state.editorSheet == nil else { continue }
      for field in view(state).elements where field.role == .field {
        var typing = state
        _ = feed([.action(.focus(field.id))], to: &typing)
        let known = typing.surface.list?.search?.id ?? typing.surface.line(typing)?.id
        #expect(known == field.id, "\(field.id) at \(step.name)")
        seen.insert(field.id)
      }
    }
    #expect(seen.isSuperset(of: [.walletSearch]))
  }

  @Test func `going to a section asks for what it shows, coming back to it from a sheet does not`()
    throws
  {
    var state = try Fixture.signedIn()
    #expect(feed([.action(.showTab(.rewards))], to: &state) == [.load(.rewards)])
    #expect(feed([.action(.rewards(.open(row: 1))), escape], to: &state).isEmpty)
    #expect(feed([.action(.showTab(.promotions))], to: &state) == [.load(.promotions)])
    #expect(feed([.action(.showTab(.history))], to: &state).isEmpty)
    state.history = HistoryState()
    #expect(feed([.action(.showTab(.history))], to: &state) == [state.history.firstPage])
    // The values of the menu's lines, as far as they have not been read yet.
    let asked = feed([.action(.showTab(.more))], to: &state)
    #expect(asked.contains(.wallet(.load)) && asked.contains(.accounts(.load)))
  }

  @Test func `coming back to the card asks for its next code`() throws {
    var state = try Fixture.signedIn()
    let ask = Effect.ask(.cardCode(.init("crd_1")))
    #expect(feed([.action(.card(.show))], to: &state) == [ask])
    _ = feed([.action(.showHelp)], to: &state)
    state.card = CardState()
    #expect(feed([escape], to: &state) == [ask])
    #expect(state.sheets == [.card])
  }

  @Test func `what was asked, said or made larger on a sheet is forgotten when it is left`() throws
  {
    var start = try Fixture.signedIn()
    _ = feed([.action(.showTab(.rewards)), .action(.rewards(.open(row: 1)))], to: &start)
    let ways: [[Event]] = [
      [escape], [.action(.showTab(.home))], [.action(.showHelp)],
    ]
    for way in ways {
      var state = start
      state.rewards.step = .confirming(.init("rew_cap"), Points(150))
      state.rewards.problem = .offline
      state.promotions.problem = .offline
      state.paperZoom = 3
      state.isInkSwapped = true
      _ = feed(way, to: &state)
      #expect(state.rewards.step == .browsing && state.rewards.problem == nil)
      #expect(state.promotions.problem == nil)
      #expect(state.paperZoom == nil && !state.isInkSwapped)
    }
  }

  @Test func `Enter where nothing is marked does what the surface is about`() throws {
    var member = try Fixture.signedIn()
    _ = feed([enter], to: &member)
    #expect(member.sheets == [.card])
    var guest = try Fixture.guest()
    _ = feed([enter], to: &guest)
    #expect(!guest.isInside)
    var stranger = try Fixture.signedOut()
    _ = feed([.intro(.loaded(Fixture.slides)), enter], to: &stranger)
    #expect(stranger.intro.page == 1)
    _ = feed([.action(.showHelp), enter], to: &member)
    #expect(member.sheets == [.card])
  }
}
