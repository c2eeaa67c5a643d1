import Contract
import HTTPTypes
import Loyalty
import Testing

struct CodeTests {
  @Test func `a code signs in once`() async throws {
    let bench = try Bench()
    let challenge = try await bench.challenge()
    #expect(challenge.maskedTarget.hasSuffix("67"))
    let code = try #require(bench.codes.last)
    #expect(await bench.verify(challenge, code).status == .ok)
    let again = await bench.verify(challenge, code)
    #expect(again.problem?.code == .otpInvalid)
  }

  @Test func `five wrong codes lock a challenge for a minute, even for the right one`() async throws
  {
    let bench = try Bench()
    let challenge = try await bench.challenge()
    let right = try #require(bench.codes.last)
    let wrong = right == "000000" ? "000001" : "000000"
    for left in [4, 3, 2, 1, 0] {
      let problem = await bench.verify(challenge, wrong).problem
      #expect(problem?.code == .otpInvalid)
      #expect(problem?.detail == "Tries left: \(left).")
    }
    let locked = await bench.verify(challenge, right)
    #expect(locked.problem?.code == .otpLocked)
    #expect(locked.fields[.retryAfter] == "60")
    bench.pass(seconds: 60)
    #expect(await bench.verify(challenge, right).status == .ok)
  }

  @Test func `a code that is too old or was replaced says to ask for a new one`() async throws {
    let bench = try Bench()
    let (first, old) = try await bench.code()
    let (second, _) = try await bench.code(replacing: first)
    #expect(await bench.verify(first, old).problem?.detail == "Ask for a new code.")
    bench.pass(seconds: 300)
    let late = await bench.verify(second, try #require(bench.codes.last)).problem
    #expect(late?.code == .otpInvalid)
    #expect(late?.detail == "Ask for a new code.")
  }

  @Test func `codes are sent three times a minute and five times in half an hour`() async throws {
    let bench = try Bench()
    for _ in 0..<3 { #expect(await bench.requestCode().status == .accepted) }
    let soon = await bench.requestCode()
    #expect(soon.problem?.code == .rateLimited)
    #expect(soon.problem?.retryAfter == 60)
    bench.pass(seconds: 61)
    for _ in 0..<2 { #expect(await bench.requestCode().status == .accepted) }
    let later = await bench.requestCode()
    #expect(later.problem?.retryAfter == 1800 - 61)
    #expect(bench.codes.count == 5)
    // Another phone is another story.
    #expect(await bench.requestCode("+79031112233").status == .accepted)
  }

  @Test func `an unknown phone joins with an empty balance and a card`() async throws {
    let bench = try Bench()
    let tokens = try await bench.signIn("+79990009988")
    let balance = try Wire.decode(
      Balance.self, from: await bench.send(.balance, token: tokens.accessToken).body)
    #expect(balance.available == .zero)
    let cards = try Wire.decode(
      Page<Card>.self, from: await bench.send(.cards, token: tokens.accessToken).body
    ).data
    #expect(cards.count == 1)
    #expect(cards.allSatisfy { $0.value.utf8.count <= 62 })
  }

  @Test(arguments: ["", "{}", "[1]", "{\"phone\":5,\"channel\":\"sms\"}", "\u{FF}", "{\"phone\":"])
  func `a body that is not the promised one is the client's fault`(body: String) async throws {
    let bench = try Bench()
    let response = await bench.send(.requestCode, body: Array(body.utf8), key: Bench.key())
    #expect(response.problem?.code == .validationFailed)
    #expect(response.problem?.requestID == response.fields[.requestID])
  }

  @Test(arguments: ["12", "89161234567", "+7", "+7916123456789012", "'; DROP TABLE member"])
  func `a phone that is no E.164 number is refused at its field`(phone: String) async throws {
    let problem = await (try Bench()).requestCode(phone).problem
    #expect(problem?.errors.first?.pointer == "/phone")
  }
}
