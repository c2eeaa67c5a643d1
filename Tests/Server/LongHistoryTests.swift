import Contract
import HTTPTypes
import Loyalty
import Synchronization
import TestSupport
import Testing

@testable import SQLite
@testable import Server

/// How long a history is makes no question about it dearer.
struct LongHistoryTests {
  private static let zone = Zone(initialOffset: 3 * 3600)
  private static let now = LongMember.end

  @Test func `a question costs the same after a thousand lines and after many more`() throws {
    let store = try seeded()
    let members = [1000, Effort.count(20_000, long: 100_000)].map {
      LongMember(id: .init("mem_long\($0)"), lines: $0)
    }
    for member in members { try member.join(store) }
    let ledger = Ledger(store, Self.zone)
    let shelf = RewardShelf(store, Self.zone, .english)
    let day = LongMember.end.adding(days: -30)
    let questions: [(String, (Member.ID) throws -> Void)] = [
      ("explanation", { _ = try ledger.explanation(of: $0) }),
      ("tier", { _ = try ledger.tier(of: $0, now: Self.now) }),
      ("tier, what if", { _ = try ledger.tier(of: $0, now: Self.now, supposing: Points(5000)) }),
      ("balance", { _ = try ledger.balance(of: $0, now: Self.now) }),
      ("a page", { _ = try ledger.entries(of: $0, after: nil, limit: 51) }),
      ("settle", { try ledger.settle($0, now: Self.now) }),
      ("rewards", { _ = try shelf.rewards(for: $0, now: Self.now) }),
      ("stamps", { _ = try StampCards(ledger).cards(of: $0, now: Self.now) }),
      ("coupons", { _ = try shelf.coupons(of: $0, now: Self.now) }),
      (
        "a receipt of last month",
        { id in
          _ = try store.database.read { try LedgerDay.points(of: id, after: day, $0) }
        }
      ),
    ]
    for (name, ask) in questions {
      let costs = try members.map { member in
        try ask(member.id)
        let start = store.database.work.steps
        let time = try ContinuousClock().measure { try ask(member.id) }
        if Effort.isLong { print("\(name) after \(member.lines) lines: \(time)") }
        return store.database.work.steps - start
      }
      #expect(costs[1] <= costs[0] * 2 + 20, "\(name): \(costs)")
    }
  }

  @Test func `an export is put together while others write, one long one at a time`() async throws {
    let bench = try Bench()
    let phone = "+79990100000"
    try LongMember(id: .init("mem_long"), lines: 2400).join(bench.server.store)
    try bench.server.store.database.transaction { connection in
      _ = try connection.execute(
        "UPDATE member SET phone = ? WHERE id = 'mem_long'", [.text(phone)])
    }
    let long = try await bench.signIn(phone).accessToken
    let short = try await bench.signIn().accessToken
    // The session is noted as used, which has to be written.
    bench.pass(seconds: 61)
    let kinds = Kinds()
    bench.server.store.database.observe { sql throws(DatabaseError) in kinds.see(sql) }
    #expect(await bench.send(.export, token: long).status == .ok)
    let seen = kinds.seen
    #expect(seen.contains("BEGIN IMMEDIATE") && seen.last?.hasPrefix("BEGIN") == false)
    for (before, after) in zip(seen, seen.dropFirst()) where !after.hasPrefix("BEGIN") {
      #expect(before == "BEGIN", "\(seen)")
    }
    bench.server.isExporting.store(true, ordering: .relaxed)
    let refused = await bench.send(.export, token: long)
    #expect(refused.problem?.code == .busy && refused.fields[.retryAfter] == "5")
    #expect(await bench.send(.export, token: short).status == .ok)
    bench.server.isExporting.store(false, ordering: .relaxed)
    #expect(await bench.send(.export, token: long).status == .ok)
  }

  /// The transactions that begin, and where the purchases of an export are read.
  private final class Kinds: Sendable {
    private let all = Mutex([String]())

    var seen: [String] { all.withLock(\.self) }

    func see(_ sql: String) {
      guard sql.hasPrefix("BEGIN") || sql.contains("categories, returned FROM purchase") else {
        return
      }
      all.withLock { $0.append(sql) }
    }
  }

  @Test func `an older database gets its sums, and they add up`() throws {
    let path = TemporaryFile.path("older.sqlite")
    let older = try Database(path: path)
    let count = try #require(ServerSchema.migrations.firstIndex(of: ServerSchema.totals))
    try older.migrate(Array(ServerSchema.migrations[..<count]))
    try older.transaction { connection in
      for statement in [
        "INSERT INTO member VALUES ('m', 'Anna', '+7', 1, 'member')",
        "INSERT INTO entry VALUES ('a', 'm', 'earn', 10, '{}', NULL, 86400000, NULL)",
        "INSERT INTO entry VALUES ('b', 'm', 'earn', 20, '{}', NULL, 86400001, NULL)",
        "INSERT INTO entry VALUES ('c', 'm', 'refund', -20, '{}', NULL, 972800000, 'b')",
        "INSERT INTO entry VALUES ('d', 'm', 'spend', -3, '{}', NULL, 972800001, NULL)",
        "INSERT INTO lot VALUES (1, 'm', 'a', 'earn', '{}', NULL, 10, 7, 86400000, NULL)",
        "INSERT INTO lot VALUES (2, 'm', 'b', 'earn', '{}', NULL, 20, 0, 86400001, NULL)",
        "INSERT INTO lot VALUES (3, 'm', NULL, 'earn', '{}', NULL, 5, 5, 999999999999, NULL)",
        "INSERT INTO draw VALUES ('c', 2, 20)", "INSERT INTO draw VALUES ('d', 1, 3)",
      ] { try connection.execute(statement) }
    }
    older.close()
    let store = try ServerStore(path: path)
    try store.database.read { connection in
      let totals = try LedgerTotals(of: .init("m"), connection)
      #expect(totals.points == Points(7) && totals.available == Points(7))
      #expect(totals.pending == Points(5))
      #expect(try !totals.hasWrongRows(connection))
      let days = try connection.query("SELECT day, earned FROM ledger_day ORDER BY day") {
        [$0.int(0), $0.int(1)]
      }
      #expect(days == [[1, 10], [11, 0]])
    }
    #expect(try LedgerAudit(store).step() == 0)
  }

  @Test(arguments: [
    // Behind the triggers' back, as damage or a tool would.
    "UPDATE entry SET points = points + 1 WHERE id = 'mem_longe7'",
    "UPDATE lot SET granted = granted + 1, remaining = remaining + 1 WHERE entry = 'mem_longe7'",
    "UPDATE draw SET points = points + 1 WHERE entry = 'mem_longs7'",
    "UPDATE ledger_day SET earned = earned + 1 WHERE member = 'mem_long' AND earned > 0",
    "UPDATE ledger_total SET points = points + 5, available = available + 5 WHERE member = 'mem_long'",
  ])
  func `a full recount finds what was changed behind its back`(damage: String) throws {
    let store = try seeded()
    try LongMember(id: .init("mem_long"), lines: 2400).join(store)
    let ledger = Ledger(store, Self.zone)
    #expect(try recount(store) == 0)
    #expect(try ledger.explanation(of: .init("mem_long")).addsUp)
    let triggers = try store.database.read { connection in
      try connection.query(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'total_%'"
      ) { ($0.text(0), $0.text(1)) }
    }
    try store.database.transaction { connection in
      for (name, _) in triggers { try connection.execute("DROP TRIGGER \(name)") }
      try connection.execute(damage)
      for (_, sql) in triggers { try connection.script(sql) }
    }
    #expect(try recount(store) > 0)
    #expect(try !ledger.explanation(of: .init("mem_long")).addsUp)
    // It is said once, and others are as they were.
    #expect(try recount(store) == 0)
    #expect(try ledger.explanation(of: .init("mem_anna")).addsUp)
    // The deletion takes what was found along.
    try MemberErasure(store).erase(.init("mem_long"))
    #expect(try recount(store) == 0)
  }

  @Test func `what was put right is right again`() throws {
    let store = try seeded()
    try LongMember(id: .init("mem_long"), lines: 100).join(store)
    func add(_ points: Int) throws {
      try store.database.transaction { connection in
        _ = try connection.execute(
          "UPDATE ledger_total SET pending = pending + \(points) WHERE member = 'mem_long'")
      }
    }
    try add(1)
    #expect(try recount(store) == 1)
    try add(-1)
    #expect(try recount(store) == 0)
    #expect(try Ledger(store, Self.zone).explanation(of: .init("mem_long")).addsUp)
  }

  /// All of it, in pieces.
  private func recount(_ store: ServerStore) throws -> Int {
    var found = 0
    for _ in 0..<8 { found += try LedgerAudit(store).step() }
    return found
  }

  private func seeded() throws -> ServerStore {
    let store = try ServerStore(path: TemporaryFile.path("long.sqlite"))
    try store.fill(with: .coffee, now: LongMember.end)
    return store
  }
}
