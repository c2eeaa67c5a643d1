import Cells
import Loyalty
import Testing

@testable import App

/// The text message of a demo is offered for the login that it belongs to, as long as it is good.
struct TextMessageTests {
  private func challenge(
    _ id: String, _ phone: PhoneNumber = Fixture.phone, expiresAfter seconds: Int64 = 300
  ) -> Challenge {
    Challenge(
      id: .init(id), phone: phone, target: "…", codeLength: 6,
      expiresAt: Fixture.now.adding(seconds: seconds), resendAt: Fixture.now.adding(seconds: 30))
  }

  private func message(_ challenge: String, _ code: String) -> Event {
    .login(.message(TextMessage(text: "code \(code)", code: code, challenge: .init(challenge))))
  }

  private func asked() throws -> State {
    var state = try Fixture.signedOut()
    _ = feed([.input(.paste("+79161234567")), .action(.login(.sendCode))], to: &state)
    return state
  }

  private let insert = Event.input(.key(Key(.function(2))))

  @Test func `the message fills in the code and sends it, once`() throws {
    var state = try asked()
    let came = [Event.login(.codeSent(challenge("a"))), message("a", "123456")]
    #expect(
      feed(came + [insert], to: &state) == [.ask(.login(.verifyCode(.init("a"), code: "123456")))])
    #expect(feed([message("a", "123456"), insert], to: &state) == [])
    #expect(state.message == nil)
  }

  @Test func `a message that is faster than the answer waits for the field`() throws {
    var state = try asked()
    _ = feed([message("a", "123456")], to: &state)
    #expect(state.message == nil)
    _ = feed([.login(.codeSent(challenge("a")))], to: &state)
    #expect(state.message?.code == "123456")
  }

  @Test func `the first number's message is not offered for the second number`() throws {
    let other = try #require(PhoneNumber("+79160000001"))
    let (first, second) = (message("a", "111111"), message("b", "222222"))
    let answer = Event.login(.codeSent(challenge("b")))
    // Whenever the two come: before the change, after it, around the second answer.
    for place in 0...3 {
      var state = try Fixture.signedOut()
      _ = feed([.input(.paste("+79160000001")), .action(.login(.sendCode))], to: &state)
      _ = feed([.login(.codeSent(challenge("a", other)))], to: &state)
      if place == 0 { _ = feed([first], to: &state) }
      _ = feed([.action(.login(.changeNumber))], to: &state)
      #expect(state.message == nil)
      if place == 1 { _ = feed([first], to: &state) }
      _ = feed([.input(.key(.control("u"))), .input(.paste("+79161234567"))], to: &state)
      #expect(
        feed([.action(.login(.sendCode))], to: &state) == [.ask(.login(.sendCode(Fixture.phone)))])
      if place == 2 { _ = feed([second, first], to: &state) }
      _ = feed([answer], to: &state)
      if place == 3 { _ = feed([first], to: &state) }
      #expect(state.message?.code == (place == 2 ? "222222" : nil))
      if place != 2 { _ = feed([second], to: &state) }
      #expect(feed([insert], to: &state) == [.ask(.login(.verifyCode(.init("b"), code: "222222")))])
    }
  }

  @Test func `a new code takes the place of the one before`() throws {
    var state = try asked()
    _ = feed([.login(.codeSent(challenge("a"))), message("a", "111111")], to: &state)
    let later = Fixture.now.adding(seconds: 31)
    #expect(
      update(&state, .action(.login(.resendCode)), at: later)
        == [.ask(.login(.sendCode(Fixture.phone, replacing: .init("a"))))])
    _ = update(&state, .login(.codeSent(challenge("b", expiresAfter: 331))), at: later)
    #expect(state.message == nil)
    // The answer to the first request, late.
    _ = update(&state, .login(.codeSent(challenge("a"))), at: later)
    _ = update(&state, message("b", "222222"), at: later)
    #expect(state.message?.code == "222222")
  }

  @Test func `an answer for the number before the change opens nothing`() throws {
    let other = try #require(PhoneNumber("+79160000001"))
    var state = try Fixture.signedOut()
    _ = feed([.input(.paste("+79160000001")), .action(.login(.sendCode))], to: &state)
    _ = feed([.login(.codeSent(challenge("a", other)))], to: &state)
    let later = Fixture.now.adding(seconds: 31)
    #expect(
      update(&state, .action(.login(.resendCode)), at: later)
        == [.ask(.login(.sendCode(other, replacing: .init("a"))))])
    _ = update(&state, .action(.login(.changeNumber)), at: later)
    _ = update(&state, .login(.codeSent(challenge("b", other, expiresAfter: 331))), at: later)
    #expect(state.login.step == .phone && state.message == nil)
    #expect(view(state).elements.contains { $0.id == "login.phone" })
  }

  @Test func `an expired code is not offered`() throws {
    var state = try asked()
    _ = feed([.login(.codeSent(challenge("a"))), message("a", "111111")], to: &state)
    let end = Fixture.now.adding(seconds: 300)
    _ = state.pass(until: end.adding(seconds: -1))
    #expect(state.message != nil && state.nextDeadline == end)
    _ = state.pass(until: end)
    #expect(state.message == nil && !view(state).elements.contains { $0.id == "message" })
    #expect(update(&state, insert, at: end) == [])
    #expect(state.nextDeadline == nil)
  }

  @Test func `who is signed in is shown no code`() throws {
    var state = try Fixture.signedIn()
    _ = feed([message("a", "111111")], to: &state)
    #expect(state.message == nil)
  }
}
