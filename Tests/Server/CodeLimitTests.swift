import Contract
import HTTPTypes
import Loyalty
import SQLite
import TestSupport
import Testing

@testable import Server

/// What a stranger who knows a phone can do to its owner, and to the server's bill.
struct CodeLimitTests {
  private static let home = "192.0.2.1"

  private func stranger(_ number: Int) -> String { "198.51.100.\(number)" }

  @Test func `a stranger's wrong codes leave the owner's code good`() async throws {
    let bench = try Bench()
    let (mine, code) = try await bench.code(from: Self.home)
    let (theirs, other) = try await bench.code(from: stranger(1))
    for number in 0..<5 {
      #expect(
        await bench.enter(Bench.wrong(other, number), theirs, from: stranger(1)).problem?.code
          == .otpInvalid)
    }
    #expect(
      await bench.enter(other, theirs, from: stranger(1)).problem?.code == .otpLocked)
    #expect(await bench.enter(code, mine, from: Self.home).status == .ok)
  }

  @Test func `a stranger's messages do not use up the owner's`() async throws {
    let bench = try Bench()
    // As many addresses as it takes until they are refused.
    var sent = 0
    for number in 0..<12 {
      for _ in 0..<3 {
        sent += await bench.ask(from: stranger(number)).status == .accepted ? 1 : 0
      }
    }
    #expect(sent == 15 + 7)
    let again = await bench.ask(from: stranger(0))
    #expect(again.problem?.code == .rateLimited)
    #expect(again.fields[.retryAfter] == "1800")
    #expect(
      again.problem?.detail
        == "Codes have been sent to this number already: look at your messages.")
    #expect(await bench.ask(from: Self.home).status == .accepted)
  }

  @Test func `where a phone's code was typed before no number of addresses locks it out`()
    async throws
  {
    let bench = try Bench()
    _ = try await bench.logIn(from: Self.home)
    for number in 0..<200 { _ = await bench.ask(from: stranger(number)) }
    #expect(bench.codes.count == 60)
    #expect(await bench.ask(from: "203.0.113.5").problem?.code == .rateLimited)
    _ = try await bench.logIn(from: Self.home)
  }

  @Test func `fifty addresses of a stranger leave the owner a code at an address that is new`()
    async throws
  {
    let bench = try Bench()
    for number in 0..<50 { _ = await bench.ask(from: stranger(number)) }
    _ = try await bench.logIn(from: Self.home)
  }

  @Test func `where a session was renewed its owner is known, the last thirty times`()
    async throws
  {
    let bench = try Bench()
    var tokens = try await bench.logIn(from: Self.home)
    for number in 1...30 {
      bench.pass(seconds: 900)
      let answer = await bench.renew(tokens, from: "203.0.113.\(number)")
      tokens = try Wire.decode(SessionTokens.self, from: answer.body)
    }
    #expect(try bench.rows()["known_address"] == 30)
    for number in 0..<200 { _ = await bench.ask(from: stranger(number)) }
    #expect(await bench.ask(from: Self.home).problem?.code == .rateLimited)
    _ = try await bench.logIn(from: "203.0.113.1")
  }

  @Test func `strangers at an address of the owner's leave enough for the others`() async throws {
    let bench = try Bench()
    let cafe = "203.0.113.9"
    _ = try await bench.logIn(from: Self.home)
    _ = try await bench.logIn(from: cafe)
    for _ in 0..<60 {
      _ = await bench.ask(from: cafe)
      bench.pass(seconds: 360)
    }
    #expect(await bench.ask(from: cafe).problem?.code == .rateLimited)
    for _ in 0..<3 {
      bench.pass(seconds: 600)
      _ = try await bench.logIn(from: Self.home)
    }
  }

  @Test func `two thousand phones from one address get thirty messages in ten seconds`()
    async throws
  {
    let bench = try Bench()
    var refusal: Problem?
    let count = Effort.count(600, long: 2000)
    for number in 0..<count {
      if number.isMultiple(of: count / 10) { bench.pass(seconds: 1) }
      refusal = await bench.ask("+7999\(3_000_000 + number)", from: stranger(1)).problem
    }
    #expect(bench.codes.count == 30)
    #expect(refusal?.detail == "Too many codes were asked for from your network.")
    #expect(refusal?.retryAfter == 51)
    #expect(await bench.ask(from: Self.home).status == .accepted)
  }

  @Test func `who is known at an address is let through although it is used up`() async throws {
    let bench = try Bench()
    _ = try await bench.logIn(from: Self.home)
    for number in 0..<60 { _ = await bench.ask("+7999300\(1000 + number)", from: Self.home) }
    #expect(bench.codes.count == 30)
    #expect(await bench.ask(from: Self.home).status == .accepted)
  }

  @Test func `all together send no more than the server may, and who is known as much again`()
    async throws
  {
    let bench = try Bench(smsPerMinute: 5)
    _ = try await bench.logIn(from: Self.home)
    for number in 0..<20 {
      _ = await bench.ask("+7999300\(1000 + number)", from: stranger(number))
    }
    #expect(bench.codes.count == 5)
    let refused = await bench.ask("+79993002000", from: stranger(30))
    #expect(refused.problem?.detail == "Too many codes are being asked for right now.")
    #expect(await bench.ask(from: Self.home).status == .accepted)
    bench.pass(seconds: 61)
    #expect(await bench.ask("+79993002000", from: stranger(30)).status == .accepted)
  }

  /// The chance to guess a code is what `CodeRules` says, whatever the number of challenges.
  @Test func `guesses for a phone and day stay few, and the owner's code is taken all the same`()
    async throws
  {
    let bench = try Bench()
    let end = bench.now.adding(days: 1)
    var (guesses, address) = (0, 0)
    while bench.now < end {
      for _ in 0..<4 {
        address += 1
        let answer = await bench.ask(from: stranger(address))
        guard answer.status == .accepted, let code = bench.codes.last else { continue }
        let challenge = try Wire.decode(CodeChallenge.self, from: answer.body)
        var refusal: Problem?
        while refusal?.detail != "Ask for a new code." {
          refusal = await bench.enter(
            Bench.wrong(code, guesses), challenge, from: stranger(address)
          ).problem
          if refusal?.code == .otpLocked { bench.pass(seconds: 61) }
          if refusal?.detail?.hasPrefix("Tries left") == true { guesses += 1 }
        }
      }
      bench.pass(seconds: 3600)
    }
    #expect((100...280).contains(guesses))
    let (mine, code) = try await bench.code(from: "192.0.2.77")
    #expect(await bench.enter(Bench.wrong(code), mine).problem?.detail == "Tries left: 1.")
    #expect(await bench.enter(code, mine).status == .ok)
  }

  @Test func `a resend voids the challenge that it names and no other`() async throws {
    let bench = try Bench()
    let (first, one) = try await bench.code(from: Self.home)
    let (other, theirs) = try await bench.code("+79990000001", from: Self.home)
    // Of another phone: passed over.
    let (second, two) = try await bench.code(from: "192.0.2.2", replacing: other)
    #expect(await bench.enter(theirs, other).status == .ok)
    let (third, three) = try await bench.code(from: "192.0.2.3", replacing: second)
    #expect(await bench.enter(two, second).problem?.detail == "Ask for a new code.")
    #expect(await bench.enter(one, first).status == .ok)
    let unknown = CodeChallenge(
      id: .init("otp_none"), maskedTarget: "", codeLength: 6, expiresAt: bench.now, resendAfter: 1)
    _ = try await bench.code(from: "192.0.2.4", replacing: unknown)
    #expect(await bench.enter(three, third).status == .ok)
  }

  @Test func `the code before a resend is told from a wrong one and costs no try`() async throws {
    let bench = try Bench()
    let (first, old) = try await bench.code()
    let (second, code) = try await bench.code(replacing: first)
    for _ in 0..<9 where old != code {
      #expect(
        await bench.enter(old, second).problem?.detail
          == "A newer code has replaced this one: type the one from the last message.")
    }
    #expect(await bench.enter(code, second).status == .ok)
  }

  @Test func `what nobody knows, what is used and what is old are answered alike`() async throws {
    let bench = try Bench()
    let (used, code) = try await bench.code()
    _ = await bench.enter(code, used)
    let (old, late) = try await bench.code()
    bench.pass(seconds: 301)
    var nobody = used
    nobody.id = .init("otp_\(String(repeating: "x", count: 20))")
    let answers = [
      await bench.enter(code, nobody), await bench.enter(code, used), await bench.enter(late, old),
    ].compactMap(\.problem).map { ($0.code, $0.status, $0.title, $0.detail) }
    #expect(answers.count == 3)
    #expect(answers.allSatisfy { $0 == answers[0] })
    #expect(answers[0].0 == .otpInvalid)
  }

  @Test func `a thousand refused posts of strangers keep nothing`() async throws {
    let bench = try Bench()
    let (challenge, _) = try await bench.code(from: Self.home)
    for _ in 0..<2 { _ = await bench.ask(from: Self.home) }
    let before = try bench.rows()
    var nobody = challenge
    nobody.id = .init("otp_none")
    for number in 0..<250 {
      #expect(await bench.ask("+7", from: Self.home).status.code == 422)
      #expect(await bench.ask(from: Self.home).status == .tooManyRequests)
      #expect(await bench.enter("000000", nobody, from: Self.home).status.code == 422)
      let answer = await bench.send(
        .verifyCode, body: Array("{\"n\":\(number)}".utf8), key: Bench.key())
      #expect(answer.status.code == 422)
    }
    #expect(try bench.rows() == before)
  }

  @Test func `what a wrong clock wrote locks nobody out`() async throws {
    let bench = try Bench()
    bench.pass(seconds: 400 * 86_400)
    for _ in 0..<3 { #expect(await bench.ask(from: Self.home).status == .accepted) }
    #expect(await bench.ask(from: Self.home).status == .tooManyRequests)
    bench.pass(seconds: -400 * 86_400)
    #expect(await bench.ask(from: Self.home).status == .accepted)
  }
}
