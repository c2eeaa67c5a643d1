import Contract
import Loyalty
import SQLite
import TestSupport
import Testing

@testable import Server

struct StandingTests {
  private static let member = Member.ID("mem_new")
  private static let moscow = Zone(initialOffset: 3 * 3600)
  private static let start = Instant(milliseconds: 1_800_000_000_000)

  /// Read once: each reading goes through the folder's files.
  private static let tiers = Result { try ProgramFolder.shipped(.coffee).tiers }

  /// What a sale gave, as a simple model remembers it.
  private struct Sale {
    var entry: LedgerEntry.ID
    var points: Int64
    var day: Day
    var isReturned = false
  }

  @Test(arguments: 0..<UInt64(Effort.count(6, long: 12)))
  func `whatever happens, the explanation adds up and the tier counts what was earned`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let store = try seeded()
    let ledger = Ledger(store, Self.moscow)
    var now = Self.start
    var sales: [Sale] = []
    for _ in 0..<100 {
      now = now.adding(seconds: Int64.random(in: 0...900_000, using: &random))
      let before = try ledger.tier(of: Self.member, now: now)
      var isSpend = false
      try store.database.transaction { connection in
        try ledger.settle(Self.member, now: now, connection)
        let points = Points(Int64.random(in: 1...300, using: &random))
        switch Int.random(in: 0..<7, using: &random) {
        case 0, 1, 2:
          sales.append(try sell(points, at: now, ledger, &random, connection))
        case 3:
          try ledger.earn(Self.member, points, words(.bonus), at: now, connection)
        case 4, 5:
          isSpend = true
          try ledger.spend(Self.member, points, words(.spend), at: now, connection)
        default:
          guard let index = sales.indices.randomElement(using: &random) else { return }
          try ledger.reverse(
            sales[index].entry, Self.member, words(.refund), at: now, connection)
          sales[index].isReturned = true
        }
      }
      try expectExplained(ledger, now)
      let today = ledger.zone.local(now).day
      let from = TierRule.start(ofWindowTo: today)
      let counted = sales.filter { !$0.isReturned && $0.day >= from }.reduce(0) { $0 + $1.points }
      let status = try ledger.tier(of: Self.member, now: now)
      #expect(status.earned == Points(counted))
      if isSpend { #expect(status == before) }
      try expectSound(status, ledger, now)
    }
    now = now.adding(days: 800)
    try ledger.settle(Self.member, now: now)
    try expectExplained(ledger, now)
    #expect(try ledger.tier(of: Self.member, now: now).earned == .zero)
  }

  @Test func `a line that nobody can explain is noticed`() throws {
    let store = try seeded()
    let ledger = Ledger(store, Self.moscow)
    try store.database.transaction { connection in
      _ = try ledger.earn(Self.member, Points(40), words(.earn), at: Self.start, connection)
    }
    #expect(try ledger.explanation(of: Self.member).addsUp)
    try store.database.transaction { connection in
      _ = try ledger.add(
        Points(5), words(.adjust), Self.member, at: Self.start, connection)
    }
    let explanation = try ledger.explanation(of: Self.member)
    #expect(!explanation.addsUp)
    #expect(explanation.ledgerSum == Points(45) && explanation.balance == Points(40))
  }

  @Test func `a lot that lost more than was drawn is noticed`() throws {
    let store = try seeded()
    let ledger = Ledger(store, Self.moscow)
    try store.database.transaction { connection in
      let lot = try ledger.earn(Self.member, Points(9), words(.earn), at: Self.start, connection)
      try connection.execute("UPDATE lot SET granted = 10 WHERE id = ?", [.integer(lot)])
    }
    let explanation = try ledger.explanation(of: Self.member)
    #expect(explanation.ledgerSum == explanation.balance && !explanation.addsUp)
  }

  @Test func `the seed has a tier, its way up, and answers what if`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let status = try await tier(bench, token, nil)
    #expect(try status.tiers == ProgramFolder.shipped(.coffee).tiers)
    #expect(status.tier?.id.rawValue == "tier_silver")
    #expect(status.tiers.allSatisfy { $0.name.values.keys.sorted() == ["en", "ru"] })
    let next = try #require(status.next)
    let almost = try await tier(bench, token, next.missing - Points(1))
    #expect(almost.tier == status.tier && almost.next?.missing == Points(1))
    let there = try await tier(bench, token, next.missing)
    #expect(there.tier?.id == next.id && there.whatIfPoints == next.missing)
    #expect(there.earned == status.earned + next.missing)
    let top = try await tier(bench, token, Points(1_000_000_000))
    #expect(top.next == nil && top.tier == status.tiers.last)
    #expect(try await tier(bench, token, nil) == status)
    let explanation = try Wire.decode(
      BalanceExplanation.self, from: await bench.send(.explanation, token: token).body)
    #expect(explanation.addsUp)
    #expect(explanation.lots.contains { !$0.draws.isEmpty && $0.remaining == .zero })
    #expect(explanation.lots.contains { $0.activeFrom > bench.now })
  }

  private func tier(_ bench: Bench, _ token: String, _ points: Points?) async throws -> TierStatus {
    try Wire.decode(
      TierStatus.self, from: await bench.send(.tier(whatIf: points), token: token).body)
  }

  private func sell(
    _ points: Points, at now: Instant, _ ledger: Ledger, _ random: inout SplitMix64,
    _ connection: Connection
  ) throws -> Sale {
    let day = ledger.zone.local(now).day
    let last = Day(daysSince1970: day.daysSince1970 + Int64.random(in: 0...90, using: &random))
    let lot = try ledger.earn(
      Self.member, points, words(.earn), at: now, lastDay: last, connection)
    let entry = try connection.first("SELECT entry FROM lot WHERE id = ?", [.integer(lot)]) {
      LedgerEntry.ID($0.text(0))
    }
    return Sale(entry: try #require(entry), points: points.rawValue, day: day)
  }

  private func expectExplained(_ ledger: Ledger, _ now: Instant) throws {
    let explanation = try ledger.explanation(of: Self.member)
    #expect(explanation.addsUp)
    #expect(explanation.balance == (try ledger.balance(of: Self.member, now: now).available))
    #expect(explanation.ledgerSum == explanation.balance)
    let remaining = explanation.lots.filter { $0.activeFrom <= now }
      .reduce(Points.zero) { $0 + $1.remaining }
    #expect(remaining == explanation.balance)
    for lot in explanation.lots {
      #expect(lot.draws.reduce(lot.remaining) { $0 + $1.points } == lot.granted)
    }
    #expect(explanation.lots.filter { $0.remaining == .zero }.count <= 50)
    let times = explanation.lots.map(\.activeFrom)
    #expect(times == times.sorted(by: >))
  }

  /// The tier is the highest that was reached, what is missing is enough and no less is, and the
  /// tier holds to the last day that is promised and not a day longer.
  private func expectSound(_ status: TierStatus, _ ledger: Ledger, _ now: Instant) throws {
    let reached = try Self.tiers.get().last { $0.threshold <= status.earned }
    #expect(status.tier == reached)
    if let next = status.next {
      let there = try ledger.tier(of: Self.member, now: now, supposing: next.missing)
      #expect(there.tier?.id == next.id)
    }
    guard let keep = status.keep, let tier = status.tier else { return }
    let end = ledger.end(of: keep.by)
    #expect(try ledger.tier(of: Self.member, now: end).tier == tier)
    let after = try ledger.tier(of: Self.member, now: end.adding(seconds: 1))
    #expect(after.tier != tier)
    #expect(after.earned + keep.missing == tier.threshold)
  }

  private func words(_ kind: LedgerEntry.Kind) -> Ledger.Words {
    Ledger.Words(kind: kind, title: [.english: "Coffee"], place: nil)
  }

  private func seeded() throws -> ServerStore {
    let store = try ServerStore(path: TemporaryFile.path("standing.sqlite"))
    try store.fill(with: .coffee, now: Instant(milliseconds: 1_795_431_900_000))
    return store
  }
}

struct TierWindowTests {
  @Test(arguments: [
    ("2026-11-23", "2025-11-24"), ("2027-01-01", "2026-01-02"), ("2024-02-29", "2023-03-01"),
    ("2025-02-28", "2024-02-29"), ("2025-03-01", "2024-03-02"), ("2026-12-31", "2026-01-01"),
  ])
  func `the window is twelve months long`(to: String, from: String) throws {
    let day = try #require(Day(to))
    #expect(TierRule.start(ofWindowTo: day).description == from)
  }

  @Test func `a day counts up to its last day, and no longer`() {
    for number in Int64(19_000)..<21_000 {
      let day = Day(daysSince1970: number)
      let last = TierRule.lastDay(counting: day)
      #expect(TierRule.start(ofWindowTo: last) <= day)
      #expect(TierRule.start(ofWindowTo: Day(daysSince1970: last.daysSince1970 + 1)) > day)
    }
  }
}
