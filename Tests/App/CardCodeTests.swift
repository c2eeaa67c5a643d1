import Cells
import Loyalty
import Testing

@testable import App

struct CardCodeTests {
  private let now = Fixture.now

  private func code(_ value: String = "LH2:crd_1.abc", seconds: Int64 = 50) -> Event {
    .card(
      .codeArrived(
        LiveCode(
          card: .init("crd_1"), value: value, expiresAt: now.adding(seconds: seconds),
          refreshAt: now.adding(seconds: seconds - 20))))
  }

  private func caption(_ state: State) -> String? {
    view(state).elements.first { $0.id == "card.caption.0" }?.text
  }

  @Test func `the card is there at once, and the code takes its place`() throws {
    var state = try Fixture.signedIn()
    #expect(feed(Key.text("z"), to: &state) == [.ask(.cardCode(.init("crd_1")))])
    #expect(caption(state) == "Plain card · asking for a one-time code…")
    let plain = view(state).grid
    _ = feed([code()], to: &state)
    #expect(caption(state) == "One-time code · 0:50 left")
    #expect(view(state).grid != plain)
  }

  @Test func `the next code is asked for before the old one ends, once`() throws {
    var state = try Fixture.signedIn()
    _ = feed(Key.text("z") + [code()], to: &state)
    #expect(state.nextDeadline == now.adding(seconds: 1))
    #expect(state.pass(until: now.adding(seconds: 29)) == [])
    #expect(
      state.pass(until: now.adding(seconds: 30))
        == [.ask(.cardCode(.init("crd_1")))])
    #expect(state.pass(until: now.adding(seconds: 31)) == [])
    #expect(caption(state) == "One-time code · 0:19 left")
  }

  @Test func `without a connection the plain card is back when the code ends`() throws {
    var state = try Fixture.signedIn()
    _ = feed(Key.text("z"), to: &state)
    let plain = view(state).elements.first { $0.id == "card.symbol" }
    _ = feed([code()], to: &state)
    _ = state.pass(until: now.adding(seconds: 30))
    _ = feed(
      [.failed(.cardCode(.init("crd_1")), .offline(.refused))], to: &state,
      at: now.adding(seconds: 31))
    #expect(caption(state) == "One-time code · 0:19 left")
    _ = state.pass(until: now.adding(seconds: 50))
    _ = feed(
      [.failed(.cardCode(.init("crd_1")), .offline(.refused))], to: &state,
      at: now.adding(seconds: 51))
    #expect(caption(state) == "Plain card · no one-time code without a connection")
    #expect(view(state).elements.first { $0.id == "card.symbol" } == plain)
    #expect(state.nextDeadline == now.adding(seconds: 56))
  }

  @Test func `nothing ticks when nobody looks at the card`() throws {
    var state = try Fixture.signedIn()
    _ = feed(Key.text("z") + [code()], to: &state)
    _ = feed(Key.text("?"), to: &state)
    #expect(state.nextDeadline == nil)
    #expect(state.pass(until: now.adding(seconds: 40)) == [])
    let back = [Event.input(.key(Key(.escape)))]
    #expect(
      feed(back, to: &state, at: now.adding(seconds: 41)) == [.ask(.cardCode(.init("crd_1")))])
    _ = feed(back, to: &state, at: now.adding(seconds: 42))
    #expect(state.nextDeadline == nil)
  }

  @Test func `a server without such codes is not asked again`() throws {
    var state = try Fixture.signedIn()
    let refusal = Trouble.refused(code: "not_found", title: "No", detail: nil, retryAfter: nil)
    _ = feed(Key.text("z") + [.failed(.cardCode(.init("crd_1")), refusal)], to: &state)
    #expect(caption(state) == "Plain card")
    #expect(state.nextDeadline == nil)
    #expect(state.pass(until: now.adding(seconds: 90)) == [])
  }

  @Test func `a code that is past, or of another card, is not shown`() throws {
    var state = try Fixture.signedIn()
    _ = feed(Key.text("z") + [code(seconds: 0)], to: &state)
    #expect(caption(state)?.hasPrefix("Plain card") == true)
    let foreign = LiveCode(
      card: .init("crd_2"), value: "x", expiresAt: now.adding(seconds: 50),
      refreshAt: now.adding(seconds: 30))
    _ = feed([.card(.codeArrived(foreign))], to: &state)
    #expect(caption(state)?.hasPrefix("Plain card") == true)
  }

  @Test func `sizes go up and down between the smallest and the window`() throws {
    var state = try Fixture.signedIn(Size(width: 120, height: 60))
    _ = feed(Key.text("z"), to: &state)
    let width = { (state: State) in
      view(state).elements.first { $0.id == "card.symbol" }?.bounds.width ?? 0
    }
    let fitting = width(state)
    _ = feed(Key.text("-"), to: &state)
    #expect(width(state) < fitting)
    _ = feed(Key.text("-----"), to: &state)
    let smallest = width(state)
    _ = feed(Key.text("-"), to: &state)
    #expect(width(state) == smallest && smallest > 0)
    _ = feed(Key.text("+++++++"), to: &state)
    #expect(width(state) >= fitting && width(state) <= 120)
    _ = feed(Key.text("0"), to: &state)
    #expect(width(state) == fitting)
  }
}
