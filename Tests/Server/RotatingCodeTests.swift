import Contract
import HTTPTypes
import Loyalty
import Testing

@testable import Server

struct RotatingCodeTests {
  private let codes = RotatingCodes(secret: Array(0..<32))
  private let card = Card.ID("crd_23456789ABCDEFGHJKLM")
  /// The first millisecond of a slot.
  private let start = Instant(milliseconds: 1_795_431_900_000)

  @Test func `a code holds for its slot and the next one, and no longer`() {
    let code = codes.code(for: card, now: start)
    for seconds in [0, 29, 30, 59] as [Int64] {
      #expect(codes.card(of: code.value, now: start.adding(seconds: seconds)) == card)
    }
    #expect(codes.card(of: code.value, now: start.adding(seconds: 60)) == nil)
    #expect(codes.card(of: code.value, now: start.adding(seconds: -1)) == nil)
  }

  @Test(arguments: [0, 1, 12_345, 29_999] as [Int64])
  func `the next code is there before the old one ends`(milliseconds: Int64) {
    let now = Instant(milliseconds: start.rawValue + milliseconds)
    let code = codes.code(for: card, now: now)
    #expect(code.value == codes.code(for: card, now: start).value)
    #expect(code.value.utf8.count <= CardCode.longestValue)
    #expect(code.refreshAfter >= 1 && code.refreshAfter < code.validFor)
    let next = codes.code(for: card, now: now.adding(seconds: Int64(code.refreshAfter)))
    #expect(next.value != code.value)
    let end = now.adding(seconds: Int64(code.validFor))
    #expect(codes.card(of: code.value, now: end) == card, "the promise is kept with time to spare")
    #expect(code.expiresAt.seconds(since: now) <= Int64(code.validFor))
  }

  @Test func `nobody else's code is taken, and no other card's proof`() {
    let other = Card.ID("crd_MMMMMMMMMMMMMMMMMMMM")
    let code = codes.code(for: card, now: start).value
    let stolen = code.replacing(card.rawValue, with: other.rawValue)
    #expect(codes.card(of: stolen, now: start) == nil)
    #expect(RotatingCodes(secret: [1]).card(of: code, now: start) == nil)
    let flipped = String(code.dropLast()) + (code.hasSuffix("A") ? "B" : "A")
    for bad in [
      "", "LH2:", "LH2:.", "LH2:..", code + "A", String(code.dropLast()), "LH1:x", flipped,
    ] {
      #expect(codes.card(of: bad, now: start) == nil, "\(bad)")
    }
  }

  @Test func `a member gets codes of an own card only, and any instance takes them`() async throws {
    let bench = try Bench()
    let anna = try await bench.signIn()
    let page = try Wire.decode(
      Page<Card>.self, from: await bench.send(.cards, token: anna.accessToken).body)
    let card = try #require(page.data.first)
    let response = await bench.send(.cardCode(card.id), token: anna.accessToken)
    #expect(response.fields[.cacheControl] == "no-store")
    let code = try Wire.decode(CardCode.self, from: response.body)
    let other = try Bench(sharing: bench)
    #expect(
      try other.server.store.member(forCode: code.value, now: bench.now)?.phone == Bench.anna)
    #expect(
      try other.server.store.member(forCode: card.value, now: bench.now)?.phone == Bench.anna)
    #expect(
      try other.server.store.member(
        forCode: code.value, now: bench.now.adding(seconds: 61)) == nil)
    #expect(try other.server.store.member(forCode: card.id.rawValue, now: bench.now) == nil)
    let stranger = try await bench.signIn("+79990000001")
    let refused = await bench.send(.cardCode(card.id), token: stranger.accessToken)
    #expect(refused.status == .notFound)
    #expect(await bench.send(.cardCode(card.id)).status == .unauthorized)
  }
}
