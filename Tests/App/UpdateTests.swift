import Cells
import Loyalty
import Testing

@testable import App

struct UpdateTests {
  @Test func `a phone is checked before anything is sent`() throws {
    var state = try Fixture.signedOut()
    #expect(feed(Key.text("12") + [.input(.key(Key(.enter)))], to: &state) == [])
    #expect(view(state).elements.contains { $0.id == "login.error" })
    let phone = try #require(PhoneNumber("+79161234567"))
    let typed: [Event] = [.input(.key(.control("u"))), .input(.paste("8 (916) 123-45-67"))]
    #expect(
      feed(typed + [.input(.key(Key(.enter)))], to: &state) == [.ask(.login(.sendCode(phone)))])
    // Asked once, however often Enter is pressed.
    #expect(feed([.input(.key(Key(.enter)))], to: &state) == [])
  }

  /// Waits for a code that was sent at once and can be asked for again.
  private func waiting() throws -> State {
    var state = try Fixture.signedOut()
    let challenge = Challenge(
      id: .init("a"), phone: Fixture.phone, target: "…", codeLength: 6,
      expiresAt: Fixture.now.adding(seconds: 300), resendAt: Fixture.now)
    let events = [
      Event.input(.paste("+79161234567")), .action(.login(.sendCode)), .login(.codeSent(challenge)),
    ]
    _ = feed(events, to: &state)
    return state
  }

  @Test func `a code that was sent can be typed while another one has to wait`() throws {
    var state = try waiting()
    let refusal = Trouble.refused(
      code: "rate_limited", title: "Too many requests.", detail: "Look at your messages.",
      retryAfter: 1800)
    _ = feed(
      [.action(.login(.resendCode)), .failed(.login(.sendCode(Fixture.phone)), refusal)], to: &state
    )
    #expect(error(state) == "Too many requests. Look at your messages.")
    let elements = view(state).elements
    #expect(elements.first { $0.id == "login.submit" }?.isEnabled == true)
    let resend = elements.first { $0.id == "login.resend" }
    #expect(resend?.isEnabled == false)
    #expect(resend?.text.contains("30") == true)
    let typed = Key.text("123456") + [.input(.key(Key(.enter)))]
    #expect(feed(typed, to: &state) == [.ask(.login(.verifyCode(.init("a"), code: "123456")))])
  }

  @Test func `a login that a busy server has refused is not promised to go on by itself`() throws {
    var state = try Fixture.signedOut()
    let busy = Unreached.unavailable(words: "Too much to do. Try again soon.", seconds: 2)
    _ = feed(
      [
        .input(.paste("+79161234567")), .action(.login(.sendCode)),
        .failed(.login(.sendCode(Fixture.phone)), .offline(busy)),
      ], to: &state)
    #expect(
      error(state) == """
        The server is not available now. It says: “Too much to do. Try again soon”. \
        Try again in 2 seconds.
        """)
  }

  @Test func `the wait of one number is none of the next`() throws {
    var state = try waiting()
    let refusal = Trouble.refused(
      code: "otp_locked", title: "Too many wrong codes.", detail: nil, retryAfter: 60)
    let tried =
      Key.text("123456") + [
        .action(.login(.submitCode)),
        .failed(.login(.verifyCode(.init("a"), code: "123456")), refusal),
      ]
    _ = feed(tried, to: &state)
    #expect(view(state).elements.first { $0.id == "login.submit" }?.isEnabled == false)
    _ = feed([.action(.login(.changeNumber))], to: &state)
    #expect(view(state).elements.first { $0.id == "login.send" }?.isEnabled == true)
  }

  @Test func `each letter of a search asks anew, and old answers are not shown`() throws {
    var state = try Fixture.signedIn()
    _ = feed([.action(.showTab(.history)), .action(.history(.search))], to: &state)
    let query = HistoryQuery(text: "f")
    #expect(
      feed(Key.text("f"), to: &state) == [.load(.history(.page(after: nil, limit: 100, query)))])
    let late = HistoryPage(
      after: nil, entries: Fixture.entries(3), hasMoreLocally: false, hasMoreOnServer: false)
    _ = feed([.history(.loaded(late))], to: &state)
    #expect(state.history.entries.isEmpty)
    var page = late
    page.query = query
    _ = feed([.history(.loaded(page))], to: &state)
    #expect(state.history.entries.count == 3)
    #expect(feed([.input(.key(Key(.left)))], to: &state) == [])
    let all = HistoryQuery()
    #expect(
      feed([.input(.key(Key(.escape)))], to: &state)
        == [.load(.history(.page(after: nil, limit: 100, all)))])
    #expect(state.tab == .history)
  }

  @Test func `a refusal shows the server's words and counts the wait down`() throws {
    var state = try Fixture.signedOut()
    let refusal = Trouble.refused(
      code: "otp_locked", title: "Too many tries.", detail: nil, retryAfter: 30)
    _ = feed([.failed(.login(.sendCode(Fixture.phone)), refusal)], to: &state)
    #expect(error(state)?.contains("Too many tries. Try again in 30 seconds.") == true)
    #expect(state.nextDeadline == Fixture.now.adding(seconds: 1))
    _ = state.pass(until: Fixture.now.adding(seconds: 10))
    #expect(error(state)?.contains("20 seconds") == true)
    _ = state.pass(until: Fixture.now.adding(seconds: 30))
    #expect(error(state) == nil)
    #expect(state.nextDeadline == nil)
  }

  @Test func `a failed pull keeps what is known and is tried again later and later`() throws {
    var state = try Fixture.signedIn()
    var now = Fixture.now
    for delay in [2, 4, 8, 16, 32, 60, 60] {
      _ = update(&state, .failed(.pull, .offline(.refused)), at: now)
      #expect(state.nextDeadline == now.adding(seconds: Int64(delay)))
      #expect(state.home.contents == Fixture.home)
      now = now.adding(seconds: Int64(delay))
      #expect(state.pass(until: now) == [.ask(.pull)])
    }
    _ = update(&state, .pulled, at: now)
    #expect(state.nextDeadline == nil)
  }

  @Test func `an idle app wants no wake-up`() throws {
    #expect(try Fixture.signedIn().nextDeadline == nil)
    #expect(try Fixture.signedOut().nextDeadline == nil)
  }

  @Test func `scrolling asks for more rows before the end, once`() throws {
    var state = try Fixture.signedIn()
    _ = feed(Key.text("2"), to: &state)
    var effects = feed([.input(.key(Key(.end)))], to: &state)
    let last = try #require(state.history.entries.last)
    let position = HistoryPosition(createdAt: last.createdAt, id: last.id)
    #expect(effects == [.load(.history(.page(after: position, limit: 100, HistoryQuery())))])
    #expect(feed([.input(.key(Key(.up)))], to: &state) == [])
    effects = feed(
      [
        .history(
          .loaded(
            HistoryPage(after: position, entries: [], hasMoreLocally: false, hasMoreOnServer: true))
        ),
        .input(.key(Key(.end))),
      ], to: &state)
    #expect(effects == [.ask(.olderHistory)])
  }

  @Test func `the selected line stays selected while newer ones arrive above it`() throws {
    var state = try Fixture.signedIn()
    _ = feed(Key.text("2jjj"), to: &state)
    let selected = state.history.entries[state.history.selection].id
    var entries = Fixture.entries(60)
    entries.insert(
      LedgerEntry(
        id: .init("led_new"), kind: .earn, points: Points(5), title: [.english: "Tea"], place: nil,
        createdAt: Fixture.now), at: 0)
    let page = HistoryPage(
      after: nil, entries: entries, hasMoreLocally: false, hasMoreOnServer: false)
    _ = feed([.history(.loaded(page))], to: &state)
    #expect(state.history.entries[state.history.selection].id == selected)
  }

  @Test func `whoever has not scrolled sees what is new`() throws {
    var state = try Fixture.signedIn()
    var entries = Fixture.entries(60)
    entries[0].id = .init("led_new")
    entries.insert(Fixture.entries(1)[0], at: 1)
    let page = HistoryPage(
      after: nil, entries: entries, hasMoreLocally: false, hasMoreOnServer: false)
    _ = feed([.history(.loaded(page))], to: &state)
    #expect(state.history.selection == 0)
  }

  @Test func `a click does what its element says`() throws {
    var state = try Fixture.signedIn()
    let tab = try #require(view(state).elements.first { $0.id == "tab.history" })
    let click = Mouse(.press, at: Point(x: tab.bounds.x + 1, y: tab.bounds.y))
    _ = feed([.input(.mouse(click))], to: &state)
    #expect(state.tab == .history)
  }

  @Test(arguments: [("q", "й"), ("2", "2"), ("z", "я"), ("?", "?"), ("j", "о")])
  func `commands work in a Russian keyboard layout`(latin: String, cyrillic: String) throws {
    var one = try Fixture.signedIn()
    var other = one
    #expect(feed(Key.text(latin), to: &one) == feed(Key.text(cyrillic), to: &other))
    #expect(one == other)
  }

  @Test func `the end of a session keeps the brand and asks for the login`() throws {
    var state = try Fixture.signedIn()
    _ = feed([.failed(.pull, .signedOut)], to: &state)
    #expect(!state.isSignedIn)
    #expect(state.home.contents.member == nil)
    #expect(state.program == Fixture.program)
  }

  @Test func `nothing of the member is left after the end of a session`() throws {
    var state = try Fixture.editing()
    // All that can have come, and each section and sheet was looked at.
    for row in [20, 41] {
      for event in Event.samples(row) + Action.samples(row).map(Event.action) {
        switch event {
        case .login(.signedOut), .profile(.deleted), .failed(_, .signedOut), .action(.quit):
          continue
        default: _ = feed([event], to: &state)
        }
      }
    }
    _ = feed([.shops(.loaded(Fixture.shops)), .home(.loaded(Fixture.home))], to: &state)
    #expect(state.shops.contents.origin != nil)
    _ = feed([.login(.signedOut)], to: &state)
    #expect(state.shops == ShopsState())
    let isNew = state == state.madeAnew
    #expect(isNew)
    #expect(state.violations().isEmpty)
  }

  @Test func `an older page that does not come is not asked for without end`() throws {
    var state = try Fixture.signedIn()
    state.history.hasMoreLocally = false
    state.history.hasMoreOnServer = true
    let end: Event = .input(.key(Key(.end)))
    #expect(feed(Key.text("2") + [end], to: &state) == [.ask(.olderHistory)])
    #expect(feed([.failed(.olderHistory, .garbled)], to: &state).isEmpty)
    #expect(state.toasts.last?.isError == true)
    #expect(feed([end, .input(.key(Key(.up))), end], to: &state).isEmpty)
    // What comes anew from the store says again whether there is more.
    let page = HistoryPage(
      after: nil, entries: Fixture.entries(60), hasMoreLocally: false, hasMoreOnServer: true)
    _ = feed([.pulled, .history(.loaded(page))], to: &state)
    #expect(feed([end], to: &state) == [.ask(.olderHistory)])
  }

  @Test func `a row that is chosen from afar comes to the screen`() throws {
    var state = try Fixture.signedIn(Size(width: 40, height: 15))
    _ = feed(Key.text("2") + [.action(.history(.select(row: 40)))], to: &state)
    #expect(view(state).elements.contains { $0.isSelected && $0.role == .listItem })
    #expect(state.violations().isEmpty)
  }

  @Test func `the wheel goes the way that it is turned`() throws {
    var state = try Fixture.signedIn()
    _ = feed(Key.text("2"), to: &state)
    let at = Point(x: 5, y: 8)
    _ = feed([.input(.mouse(Mouse(.wheelDown, at: at)))], to: &state)
    #expect(state.history.selection == 3)
    _ = feed([.input(.mouse(Mouse(.wheelDown, at: at)))], to: &state)
    _ = feed([.input(.mouse(Mouse(.wheelUp, at: at)))], to: &state)
    #expect(state.history.selection == 3)
  }

  @Test func `of several words the newest is dismissed first`() throws {
    var state = try Fixture.signedIn()
    for name in ["first", "second"] {
      _ = feed([.notice(.storeRebuilt(asideName: name))], to: &state)
    }
    var other = state
    _ = feed([.action(.dismissToast)], to: &state)
    #expect(state.toasts.map { $0.text.contains("first") } == [true])
    _ = feed([.input(.key(Key(.escape)))], to: &other)
    #expect(other.toasts == state.toasts)
  }

  @Test func `a word goes by itself, an error stays until Escape`() throws {
    var state = try Fixture.signedIn()
    _ = feed([.notice(.storeRebuilt(asideName: "store.sqlite.corrupt-1"))], to: &state)
    _ = state.pass(until: Fixture.now.adding(seconds: 3600))
    #expect(state.toasts.count == 1)
    _ = feed([.input(.key(Key(.escape)))], to: &state)
    #expect(state.toasts.isEmpty)
  }

  private func error(_ state: State) -> String? {
    view(state).elements.first { $0.id == "login.error" }?.text
  }
}
