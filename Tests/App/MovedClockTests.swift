import Cells
import Loyalty
import Testing

@testable import App

/// When the calendar jumps, what waits for a length of time goes on waiting for the rest of it.
struct MovedClockTests {
  private static let jumps: [Int64] = [864_000_000, -3_600_000]

  private func jump(_ state: inout State, _ milliseconds: Int64, at now: Instant) -> [Effect] {
    let later = Instant(milliseconds: now.rawValue + milliseconds)
    return update(&state, .clockMoved(milliseconds: milliseconds), at: later)
  }

  @Test(arguments: jumps)
  func `a failed pull is tried again when its pause is over`(milliseconds: Int64) throws {
    var state = try Fixture.signedOut()
    _ = feed([.failed(.pull, .offline(.refused))], to: &state)
    let retryAt = try #require(state.nextDeadline)
    _ = jump(&state, milliseconds, at: Fixture.now)
    let moved = Instant(milliseconds: Fixture.now.rawValue + milliseconds)
    #expect(!state.pass(until: moved).contains(.ask(.pull)))
    let end = Instant(milliseconds: retryAt.rawValue + milliseconds)
    #expect(state.pass(until: end).contains(.ask(.pull)))
  }

  @Test(arguments: jumps)
  func `a toast stays its four seconds`(milliseconds: Int64) throws {
    var state = try Fixture.signedIn()
    state.toasts = [Toast(text: "Copied", isError: false, until: Fixture.now.adding(seconds: 4))]
    _ = jump(&state, milliseconds, at: Fixture.now.adding(seconds: 1))
    let moved = Instant(milliseconds: Fixture.now.rawValue + milliseconds)
    _ = state.pass(until: moved.adding(seconds: 3))
    #expect(state.toasts.count == 1)
    _ = state.pass(until: moved.adding(seconds: 4))
    #expect(state.toasts.isEmpty)
  }

  @Test(arguments: jumps)
  func `the wait that the server asked for is as long as before`(milliseconds: Int64) throws {
    var state = try Fixture.signedOut()
    let refusal = Trouble.refused(
      code: "otp_locked", title: "Too many tries.", detail: nil, retryAfter: 30)
    _ = feed([.failed(.login(.sendCode(Fixture.phone)), refusal)], to: &state)
    _ = jump(&state, milliseconds, at: Fixture.now.adding(seconds: 10))
    let error = view(state).elements.first { $0.id == "login.error" }
    #expect(error?.text.contains("20 seconds") == true)
  }

  @Test func `who is inside asks for what the new day brings, and who is not asks nothing`() throws
  {
    var state = try Fixture.signedIn()
    #expect(jump(&state, 86_400_000, at: Fixture.now).contains(.ask(.pull)))
    #expect(state.now == Fixture.now.adding(days: 1))
    var outside = try Fixture.signedOut()
    #expect(jump(&outside, 86_400_000, at: Fixture.now).isEmpty)
  }

  @Test func `a one-time code stays good as long as before`() throws {
    var state = try Fixture.signedOut()
    let challenge = Challenge(
      id: .init("a"), phone: Fixture.phone, target: "…", codeLength: 6,
      expiresAt: Fixture.now.adding(seconds: 300), resendAt: Fixture.now.adding(seconds: 30))
    let message = TextMessage(text: "code", code: "123456", challenge: .init("a"))
    _ = feed([.login(.codeSent(challenge)), .login(.message(message))], to: &state)
    _ = jump(&state, 864_000_000, at: Fixture.now)
    #expect(state.message == message)
    let moved = Fixture.now.adding(days: 10)
    _ = state.pass(until: moved.adding(seconds: 300))
    #expect(state.message == nil)
  }
}
