import Contract
import HTTPTypes
import LocalStore
import Loyalty
import Synchronization
import Testing
import Transport

@testable import Sync

struct LoginTests {
  @Test func `a code from the message signs in`() async throws {
    let bench = try Bench()
    let challenge = try await bench.engine.requestCode(phone: Backend.anna, language: .english)
    #expect(challenge.maskedTarget.hasSuffix("67"))
    #expect(!bench.engine.isSignedIn)
    try await bench.engine.verify(
      challenge: challenge.id, code: bench.backend.telephone.lastCode, language: .english)
    #expect(bench.engine.isSignedIn)
    #expect(bench.line.take().summary == ["POST /v1/auth/otp 202", "POST /v1/auth/otp/verify 200"])
  }

  @Test(arguments: [
    (Language.english, "This code is wrong or has expired.", "Tries left: 4."),
    (.russian, "Код неверен или уже не действует.", "Осталось попыток: 4."),
  ])
  func `a wrong code is told in the server's words`(
    language: Language, title: String, detail: String
  ) async throws {
    let bench = try Bench()
    let challenge = try await bench.engine.requestCode(phone: Backend.anna, language: language)
    let failure = await failure {
      try await bench.engine.verify(
        challenge: challenge.id, code: bench.wrongCode, language: language)
    }
    let problem = try #require(failure?.problem)
    #expect(problem.code == .otpInvalid)
    #expect(problem.title == title)
    #expect(problem.detail == detail)
    #expect(!bench.engine.isSignedIn)
    #expect(try bench.session() == nil)
  }

  @Test func `after too many tries the server says how long to wait`() async throws {
    let bench = try Bench()
    let challenge = try await bench.engine.requestCode(phone: Backend.anna, language: .english)
    for _ in 0..<5 {
      _ = await failure {
        try await bench.engine.verify(
          challenge: challenge.id, code: bench.wrongCode, language: .english)
      }
    }
    bench.clock.pass(seconds: 10)
    _ = bench.line.take()
    let right = bench.backend.telephone.lastCode
    let failure = await failure {
      try await bench.engine.verify(challenge: challenge.id, code: right, language: .english)
    }
    let problem = try #require(failure?.problem)
    #expect(problem.code == .otpLocked)
    #expect(problem.retryAfter == 50)
    // Nobody waits that long behind the member's back.
    #expect(bench.line.take().summary == ["POST /v1/auth/otp/verify 429"])
    #expect(bench.waits.take() == [])
    bench.clock.pass(seconds: 50)
    try await bench.engine.verify(challenge: challenge.id, code: right, language: .english)
    #expect(bench.engine.isSignedIn)
  }

  @Test func `a phone that is none is refused at its field`() async throws {
    let bench = try Bench()
    let failure = await failure {
      _ = try await bench.engine.requestCode(phone: "+7", language: .english)
    }
    let problem = try #require(failure?.problem)
    #expect(problem.errors.map(\.pointer) == ["/phone"])
  }

  /// The answer got lost, or the first try is still under way when the second comes.
  @Test(arguments: [true, false])
  func `a code that was taken is not lost with its answer`(isInProgress: Bool) async throws {
    let bench = try Bench()
    let challenge = try await bench.engine.requestCode(phone: Backend.anna, language: .english)
    _ = bench.line.take()
    let tries = Mutex(0)
    bench.line.answer(.verifyCode) { request in
      let number = tries.withLock { tries in
        tries += 1
        return tries
      }
      switch number {
      case 1:
        _ = await bench.backend.respond(to: request)
        return .failure(.offline(.dropped))
      case 2 where isInProgress:
        return .response(
          Response(Problem(.inProgress, in: .english, retryAfter: 1), to: request))
      default: return nil
      }
    }
    try await bench.engine.verify(
      challenge: challenge.id, code: bench.backend.telephone.lastCode, language: .english)
    try await bench.engine.pull(language: .english)
    let keys = bench.line.take().filter { $0.path == Route.verifyCode.template }
      .map { $0.request.fields[.idempotencyKey] }
    #expect(keys.count == (isInProgress ? 3 : 2))
    #expect(Set(keys).count == 1)
    #expect(keys.first != nil)
    #expect(bench.waits.take() == [.milliseconds(125)] + (isInProgress ? [.seconds(1)] : []))
  }

  @Test func `another member's login takes nothing over from the first`() async throws {
    let bench = try await Bench.synced()
    let first = try bench.contents()
    try await bench.signIn(Backend.other)
    try await bench.engine.pull(language: .english)
    let second = try bench.contents()
    #expect(second.home.member?.phone == Backend.other)
    #expect(second.home.program == first.home.program)
    #expect(second.home.balance?.available == .zero)
    #expect(second.home.card != first.home.card)
    #expect(second.ledger == [])
    #expect(try bench.session()?.member == second.home.member?.id)
  }
}

extension Bench {
  var wrongCode: String { backend.telephone.lastCode == "000000" ? "000001" : "000000" }
}
