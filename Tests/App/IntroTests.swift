import App
import Cells
import Loyalty
import Testing

struct IntroTests {
  private func state() throws -> State {
    var state = try Fixture.signedOut()
    _ = feed([.intro(.loaded(Fixture.slides))], to: &state)
    return state
  }

  private func ids(_ state: State) -> [String] { view(state).elements.map(\.id.rawValue) }
  private func key(_ code: Key.Code) -> Event { .input(.key(Key(code))) }

  @Test(arguments: [Key.Code.enter, .right, .character(" ")])
  func `a key leads through all slides to the login, and says that they were seen`(
    _ code: Key.Code
  ) throws {
    var state = try state()
    #expect(ids(state).contains("intro.title") && !ids(state).contains("login.phone"))
    for page in 1..<Fixture.slides.count {
      #expect(feed([key(code)], to: &state) == [])
      #expect(state.intro.page == page)
    }
    #expect(feed([key(code)], to: &state) == [.keep(.introSeen)])
    #expect(ids(state).contains("login.phone") && !ids(state).contains("intro.title"))
  }

  @Test func `Esc skips the rest, and left goes back no further than the first`() throws {
    var state = try state()
    _ = feed([key(.right), key(.left), key(.left)], to: &state)
    #expect(state.intro.page == 0)
    #expect(feed([key(.escape)], to: &state) == [.keep(.introSeen)])
    #expect(ids(state).contains("login.phone"))
  }

  @Test func `slides never take the place of what somebody types, or of a member's home`() throws {
    var state = try Fixture.signedOut()
    _ = feed(Key.text("7916") + [.intro(.loaded(Fixture.slides))], to: &state)
    #expect(ids(state).contains("login.phone"))
    var member = try Fixture.signedIn()
    _ = feed([.intro(.loaded(Fixture.slides))], to: &member)
    #expect(!ids(member).contains("intro.title"))
    #expect(feed([.action(.intro(.skip))], to: &member) == [])
  }

  @Test func `what is typed over a slide reaches no field`() throws {
    var state = try state()
    _ = feed([.input(.paste("79161234567"))] + Key.text("12"), to: &state)
    #expect(state.login.phone.text.isEmpty)
  }

  @Test func `a block of an unknown type shows its fallback, or nothing`() throws {
    var state = try state()
    _ = feed([key(.right)], to: &state)
    let texts = view(state).elements.map(\.text)
    #expect(texts.contains("A film about the roastery"))
    #expect(!texts.contains("raw film data") && !texts.contains("raw hologram data"))
  }

  @Test func `a member who has been asked for the intro's seen mark starts with what is known`()
    throws
  {
    var state = try Fixture.signedOut()
    #expect(start(&state) == [.load(.intro), .load(.screens), .ask(.pull)])
    #expect(feed([.pulled], to: &state).contains(.reload(.intro)))
    var member = try Fixture.signedIn()
    #expect(!feed([.pulled], to: &member).contains(.reload(.intro)))
  }
}

extension Fixture {
  static let slides = [
    IntroSlide(
      slug: "welcome", title: [.russian: "Добро пожаловать", .english: "Welcome"],
      blocks: [
        .init(
          id: "1", type: .image,
          props: .init(alt: [.russian: "Чашка кофе", .english: "A cup of coffee"]), text: [:]),
        .init(
          id: "2", type: .paragraph,
          text: [
            .russian: "Пять баллов за каждые сто рублей, во всех кофейнях.",
            .english: "Five points for every hundred roubles, in all our coffee bars.",
          ]),
      ]),
    IntroSlide(
      slug: "film", title: [.russian: "Обжарка", .english: "The roastery"],
      blocks: [
        .init(
          id: "1", type: .init(rawValue: "film"), text: [.english: "raw film data"],
          fallback: [.russian: "Фильм об обжарке", .english: "A film about the roastery"]),
        .init(
          id: "2", type: .init(rawValue: "hologram"), text: [.english: "raw hologram data"]),
      ]),
    IntroSlide(slug: "bare", title: [.english: "Ready?"], blocks: []),
  ]
}
