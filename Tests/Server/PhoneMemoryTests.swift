import Contract
import HTTPTypes
import Loyalty
import SQLite
import Testing

@testable import Server

/// What is given once for each person is given once for each phone, however often its account is
/// deleted and made anew.
struct PhoneMemoryTests {
  private static let anna = Member.ID("mem_anna")
  private static let phone = "+79990009977"

  /// A member who comes and goes.
  private struct Visitor {
    let bench: Bench
    var token = ""
    var id = Member.ID("")

    init(_ bench: Bench) { self.bench = bench }

    mutating func join(_ phone: String = PhoneMemoryTests.phone) async throws {
      // The clock of codes: not too many in half an hour.
      bench.pass(seconds: 1801)
      token = try await bench.logIn(phone).accessToken
      id = try Wire.decode(Member.self, from: await bench.send(.member, token: token).body).id
    }

    func leave() async throws {
      #expect(await bench.send(.deleteMember, token: token).status == .noContent)
    }

    func claim(_ code: String) async -> Response {
      await bench.send(
        .claimReferral, body: Wire.encode(ReferralClaim(code: code)), token: token,
        key: Bench.key())
    }

    func enter(_ code: String) async -> Response {
      await bench.send(
        .promoCode, body: Wire.encode(PromoCodeEntry(code: code)), token: token,
        key: Bench.key())
    }

    func buy(_ hundredths: Int64) throws {
      let card = try #require(try bench.server.store.cards(of: id).first)
      _ = try bench.server.sell(
        TillPurchase(
          card: card.value, amount: Money(amount: hundredths, currency: "RUB"),
          categories: ["coffee"]), key: Bench.key())
    }

    func balance() async throws -> Points {
      try Wire.decode(Balance.self, from: await bench.send(.balance, token: token).body).available
    }
  }

  @Test func `what is owed after a return is owed by the next account of the phone`() async throws {
    let bench = try Bench()
    let store = bench.server.store
    let ledger = Ledger(store, try store.zone())
    var visitor = Visitor(bench)
    try await visitor.join()
    let card = try #require(try store.cards(of: visitor.id).first)
    _ = try bench.server.sell(
      TillPurchase(
        card: card.value, amount: Money(amount: 100_000, currency: "RUB"), categories: ["food"]),
      key: "sale")
    let (id, points) = (visitor.id, try await visitor.balance())
    try store.database.write(locking: []) { connection in
      _ = try ledger.spend(
        id, points, .init(kind: .spend, title: [.english: "Mug"], place: nil), at: bench.now,
        connection)
    }
    _ = try bench.server.takeBack(TillReturn(sale: "sale"), key: "back")
    for _ in 0..<2 {
      try await visitor.leave()
      try await visitor.join()
      let balance = try await visitor.balance()
      #expect(points > .zero && balance == -points)
    }
    #expect(try ledger.explanation(of: visitor.id).addsUp)
    try visitor.buy(1_000_000)
    #expect(try await visitor.balance() > .zero)
    try await visitor.leave()
    try await visitor.join()
    #expect(try await visitor.balance() == .zero)
    #expect(try LedgerAudit(store).step() == 0)
  }

  private func bonuses(_ bench: Bench) throws -> Int64 {
    try bench.server.store.database.read { connection in
      try connection.first(
        "SELECT count(*) FROM referral WHERE referrer = ? AND points > 0",
        [.text(Self.anna.rawValue)]
      ) { $0.int(0) } ?? 0
    }
  }

  @Test func `a friend brings one bonus, however often they join`() async throws {
    let bench = try Bench()
    var friend = Visitor(bench)
    let before = try bonuses(bench)
    var answers: [Problem.Code?] = []
    for _ in 0..<4 {
      try await friend.join()
      answers.append(await friend.claim("ANNA2F7K").problem?.code)
      try friend.buy(40_000)
      try await friend.leave()
    }
    #expect(answers == [nil, .limitReached, .limitReached, .limitReached])
    #expect(try bonuses(bench) == before + 1)
  }

  @Test func `who was a customer before is no newcomer to recommend`() async throws {
    let bench = try Bench()
    var friend = Visitor(bench)
    try await friend.join()
    try friend.buy(40_000)
    try await friend.leave()
    try await friend.join()
    #expect(await friend.claim("ANNA2F7K").problem?.code == .notEligible)
    // A code for newcomers is as little for them.
    #expect(await friend.enter("WELCOME").problem?.code == .notEligible)
  }

  @Test func `a purchase that is too small brings no bonus, and the next one may`() async throws {
    let bench = try Bench()
    var friend = Visitor(bench)
    try await friend.join()
    #expect(await friend.claim("ANNA2F7K").status == .noContent)
    let before = try bonuses(bench)
    try friend.buy(19_999)
    #expect(try bonuses(bench) == before)
    try friend.buy(20_000)
    try friend.buy(20_000)
    #expect(try bonuses(bench) == before + 1)
  }

  @Test func `the program says what the smallest purchase is, and members are told`() async throws {
    let bench = try Bench()
    try bench.server.store.database.transaction { connection in
      _ = try connection.execute(
        "INSERT INTO setting VALUES ('referral_smallest_purchase', '5050')")
    }
    var friend = Visitor(bench)
    try await friend.join()
    _ = await friend.claim("ANNA2F7K")
    let rules = try Wire.decode(
      Referral.self, from: await bench.send(.referral, token: friend.token).body
    ).rules
    #expect(rules.value(in: .english)?.contains("at least 50.50\u{A0}₽") == true)
    #expect(rules.value(in: .russian)?.contains("от 50.50\u{A0}₽") == true)
    let before = try bonuses(bench)
    try friend.buy(5050)
    #expect(try bonuses(bench) == before + 1)
  }

  @Test func `the limit of bonuses is the referrer's, not the account's`() async throws {
    let bench = try Bench()
    let anna = try await bench.logIn().accessToken
    try bench.server.store.database.transaction { connection in
      for number in 0..<Int(Referrals.mostRewarded) {
        let friend = "mem_f\(number)"
        try connection.execute(
          "INSERT INTO member VALUES (?1, 'x', ?1, 0, '')", [.text(friend)])
        try connection.execute(
          """
          INSERT INTO referral (friend, referrer, registered_at, purchased_at, points)
          VALUES (?, ?, 0, 1, 200)
          """,
          [.text(friend), .text(Self.anna.rawValue)])
      }
    }
    #expect(await bench.send(.deleteMember, token: anna).status == .noContent)
    var returned = Visitor(bench)
    try await returned.join(Bench.anna)
    let code = try Wire.decode(
      Referral.self, from: await bench.send(.referral, token: returned.token).body
    ).code
    var friend = Visitor(bench)
    try await friend.join()
    #expect(await friend.claim(code).status == .noContent)
    let ledger = Referrals(bench.server.store, Zone(initialOffset: 3 * 3600)).ledger
    let before = try ledger.balance(of: returned.id, now: bench.now).available
    try friend.buy(40_000)
    #expect(try ledger.balance(of: returned.id, now: bench.now).available == before)
  }

  @Test func `a promo code is used once for each phone, and its uses are not given back`()
    async throws
  {
    let bench = try Bench()
    try bench.server.store.database.transaction { connection in
      _ = try connection.execute("UPDATE promo_code SET uses_left = 7 WHERE code = 'COFFEE100'")
    }
    var visitor = Visitor(bench)
    var answers: [Problem.Code?] = []
    for _ in 0..<3 {
      try await visitor.join()
      answers.append(await visitor.enter("coffee100").problem?.code)
      try await visitor.leave()
    }
    #expect(answers == [nil, .limitReached, .limitReached])
    let left = try bench.server.store.database.read { connection in
      try connection.first("SELECT uses_left FROM promo_code WHERE code = 'COFFEE100'") {
        $0.int(0)
      }
    }
    #expect(left == 6)
    try await visitor.join("+79990009978")
    #expect(await visitor.enter("coffee100").problem == nil)
  }

  @Test func `what was used before is in the export of who came back`() async throws {
    let bench = try Bench()
    var visitor = Visitor(bench)
    try await visitor.join()
    _ = await visitor.enter("coffee100")
    try await visitor.leave()
    try await visitor.join()
    let export = try Wire.decode(
      MemberExport.self, from: await bench.send(.export, token: visitor.token).body)
    #expect(export.promoCodes.map(\.code) == ["COFFEE100"])
  }

  @Test func `wrong promo codes are counted on over a new account`() async throws {
    let bench = try Bench()
    var visitor = Visitor(bench)
    try await visitor.join()
    for number in 0..<10 { _ = await visitor.enter("NO\(number)") }
    try await visitor.leave()
    try await visitor.join()
    #expect(await visitor.enter("coffee100").status == .tooManyRequests)
  }

  @Test func `a promotion gives its bonus once for each phone`() async throws {
    let bench = try Bench()
    var visitor = Visitor(bench)
    try await visitor.join()
    for _ in 0..<3 { try visitor.buy(40_000) }
    #expect(try await visitor.balance() >= Points(3 * 20 + 200))
    try await visitor.leave()
    try await visitor.join()
    for _ in 0..<3 { try visitor.buy(40_000) }
    #expect(try await visitor.balance() == Points(3 * 20))
  }

  @Test func `a reward that each may take once is taken once`() async throws {
    let bench = try Bench()
    try bench.server.store.database.transaction { connection in
      _ = try connection.execute(
        "UPDATE reward SET member_limit = 1, minimum_days = 0, cost = 20 WHERE id = 'rew_oat'")
    }
    var visitor = Visitor(bench)
    var answers: [Problem.Code?] = []
    for _ in 0..<2 {
      try await visitor.join()
      for _ in 0..<2 { try visitor.buy(40_000) }
      answers.append(
        await bench.send(
          .redemption(.init("rew_oat")), body: Wire.encode(Redemption(expectedCost: Points(20))),
          token: visitor.token, key: Bench.key()
        ).problem?.code)
      try await visitor.leave()
    }
    #expect(answers == [nil, .limitReached])
  }

  @Test func `deleting the account gives back no messages`() async throws {
    let bench = try Bench()
    for _ in 0..<3 {
      let token = try await bench.logIn(Self.phone).accessToken
      #expect(await bench.send(.deleteMember, token: token).status == .noContent)
    }
    let refused = await bench.ask(Self.phone)
    #expect(refused.problem?.code == .rateLimited)
    #expect(refused.problem?.retryAfter == 60)
  }

  @Test func `what stays of a deleted member names nobody`() async throws {
    let bench = try Bench()
    var visitor = Visitor(bench)
    try await visitor.join()
    _ = await visitor.enter("coffee100")
    try await visitor.leave()
    let kept = try bench.server.store.database.read { connection in
      try connection.query("SELECT phone, what, ref FROM phone_memory") {
        [$0.text(0), $0.text(1), $0.text(2)]
      }
    }
    let name = try bench.server.store.phoneKey().name(
      of: try #require(PhoneNumber(e164: Self.phone)))
    #expect(kept == [[name, "promo_code", "COFFEE100"]])
    #expect(try bench.rows()["member_past"] == 0)
    // Who comes back has it as their own, until they go again.
    try await visitor.join()
    #expect(try bench.rows()["phone_memory"] == 0 && bench.rows()["member_past"] == 1)
  }
}
