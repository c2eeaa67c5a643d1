import Cells
import Loyalty
import Testing

@testable import App

/// What a member is asked before they go in.
struct JoiningTests {
  private let enter: Event = .input(.key(Key(.enter)))
  private let escape: Event = .input(.key(Key(.escape)))

  private func state(
    _ contents: ProfileContents = Fixture.newcomer, _ size: Size = Size(width: 80, height: 24)
  ) throws -> State {
    var state = try Fixture.signedIn(size)
    _ = feed([.profile(.loaded(contents)), .pulled], to: &state)
    return state
  }

  private func ids(_ state: State) -> [String] { view(state).elements.map(\.id.rawValue) }

  private func given(_ effects: [Effect]) -> [Consent.Change]? {
    effects.lazy.compactMap { effect -> [Consent.Change]? in
      guard case .keep(.consents(let changes)) = effect else { return nil }
      return changes
    }.first
  }

  @Test func `whoever has agreed to nothing is asked before the sections, and gives only that`()
    throws
  {
    var state = try state()
    #expect(ids(state).contains("joining.agree") && !ids(state).contains("tab.home"))
    // No way around it: neither a key of a section nor looking around.
    let around: [Event] = [.action(.showTab(.rewards)), .action(.guest(.lookAround))]
    _ = feed(Key.text("3") + around, to: &state)
    #expect(state.tab == .home && !state.isGuest)
    _ = feed([.input(.key(.control("u")))], to: &state)
    _ = feed(Key.text("Mia Petrova") + [enter], to: &state)
    #expect(state.isJoining && state.focus == .agree)
    let effects = feed([enter], to: &state)
    #expect(given(effects) == [.init(id: .init("terms"), isGiven: true, version: "2")])
    #expect(
      effects.first == .keep(.profile(ProfilePatch([.firstName: "Mia", .lastName: "Petrova"]))))
    #expect(!state.isJoining && ids(state).contains("tab.home"))
    // The same answer once more does nothing.
    #expect(feed([.action(.joining(.agree))], to: &state) == [])
  }

  @Test func `what may be left out is given only where it was chosen`() throws {
    var state = try state()
    _ = feed(
      [.action(.focus("joining.choice.profiling")), .input(.key(.character(" ")))], to: &state)
    #expect(state.joining.page?.given == [.init("profiling")])
    let effects = feed([.action(.joining(.agree))], to: &state)
    #expect(given(effects)?.map(\.id.rawValue) == ["terms", "profiling"])
    #expect(!effects.contains { if case .keep(.profile) = $0 { true } else { false } })
  }

  @Test func `a name that is none is told, and nothing is agreed to with it`() throws {
    var state = try state()
    #expect(feed(Key.text("12") + [enter, .action(.joining(.agree))], to: &state) == [])
    #expect(state.isJoining && ids(state).contains("joining.error"))
  }

  @Test func `a newer text is asked for once, without what a member was asked at first`() throws {
    var state = try state(Fixture.overtakenTerms)
    let page = try #require(state.joining.page)
    #expect(!page.isFirst && !page.asksName && page.choices.isEmpty)
    #expect(given(feed([enter], to: &state))?.map(\.version) == ["3"])
    var after = Fixture.overtakenTerms
    after.consents?[0].givenVersion = "3"
    _ = feed([.profile(.loaded(after)), .pulled], to: &state)
    #expect(!state.isJoining)
  }

  @Test func `an older server asks for nothing, and neither does one that is not reached`() throws {
    var known = try state(Fixture.profile)
    #expect(!known.isJoining)
    var none = Fixture.profile
    none.consents = nil
    #expect(try !state(none).isJoining)
    var away = try Fixture.signedIn()
    _ = feed(
      [.profile(.loaded(Fixture.newcomer)), .failed(.pull, .offline(.refused))], to: &away)
    #expect(!away.isJoining && ids(away).contains("home.balance"))
    // What comes later in the same run interrupts nobody.
    _ = feed([.profile(.loaded(Fixture.overtakenTerms)), .pulled], to: &known)
    #expect(!known.isJoining)
  }

  @Test func `nobody is interrupted at the till: it waits until the card is closed`() throws {
    var state = try Fixture.signedIn()
    _ = feed(
      [.action(.card(.show)), .profile(.loaded(Fixture.overtakenTerms)), .pulled], to: &state)
    #expect(state.sheets == [.card] && !state.isJoining)
    _ = feed([escape], to: &state)
    #expect(state.isJoining)
  }

  @Test func `a text that was replaced meanwhile is asked for again`() throws {
    var state = try state()
    _ = feed([.action(.joining(.agree)), .profile(.loaded(Fixture.profile)), .pulled], to: &state)
    let refusal = Trouble.refused(
      code: "validation_failed", title: "The text has changed.", detail: nil, retryAfter: nil)
    _ = feed(
      [.failed(.outbox, refusal), .profile(.loaded(Fixture.overtakenTerms)), .pulled], to: &state)
    #expect(state.isJoining)
  }

  @Test func `declining is a question, and then the end of the session`() throws {
    var state = try state()
    _ = feed([escape], to: &state)
    #expect(state.sheets == [.loggingOut])
    let lead = view(state).elements.first { $0.id == "logout.lead" }?.text
    #expect(lead?.contains("There is no membership without them") == true)
    #expect(feed([enter], to: &state) == [.ask(.login(.logOut))])
    _ = feed([.login(.signedOut)], to: &state)
    #expect(ids(state).contains("login.phone") && state.joining == JoiningState())
  }

  @Test(arguments: [
    Size(width: 1, height: 1), Size(width: 20, height: 6), Size(width: 40, height: 15),
    Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 200, height: 60),
  ])
  func `a long text is read to its last line at any size that has the answer`(size: Size) throws {
    var contents = Fixture.newcomer
    let long = (1...400).map { "\($0). Points live.\n" }.joined() + "The end"
    contents.consents?[0].document = [.english: long]
    var state = try state(contents, size)
    #expect(state.violations() == [])
    _ = feed([.action(.move(.last))], to: &state)
    #expect(state.violations() == [])
    guard size.height >= 15 else { return }
    let text = view(state).elements.first { $0.id == "joining.text" }?.text
    #expect(text?.hasSuffix("The end") == true)
    #expect(ids(state).contains("joining.agree") && ids(state).contains("joining.decline"))
    #expect(ids(state).filter { $0.hasPrefix("joining.choice.") }.count >= 2)
  }
}

extension Fixture {
  /// Somebody who has just logged in for the first time.
  static var newcomer: ProfileContents {
    var contents = stranger
    contents.consents = contents.consents?.map { consent in
      var consent = consent
      consent.givenAt = nil
      consent.givenVersion = nil
      return consent
    }
    contents.consents?[0].document = [
      .english: """
      1. Membership. Anybody over 14 who has logged in by a phone number of their own is a member.
      2. Points. Every 20 roubles you spend give one point. Points live for 180 days.
      3. Returns. With the money for something that you bring back go its points.
      4. Your data. We keep your phone number, your name if you have told us, and what you bought.
      """,
      .russian: """
      1. Участие. Участником становится любой человек старше 14 лет, который вошёл по номеру.
      2. Баллы. За каждые 20 ₽ покупки начисляется один балл. Баллы живут 180 дней.
      3. Возврат. Вместе с деньгами за возвращённую покупку уходят и её баллы.
      4. Ваши данные. Мы храним номер телефона, имя, если вы его назвали, и покупки по карте.
      """,
    ]
    return contents
  }

  /// A member whose terms have a newer version.
  static var overtakenTerms: ProfileContents {
    var contents = profile
    contents.consents?[0].version = "3"
    contents.consents?[0].document = newcomer.consents?[0].document
    return contents
  }
}
