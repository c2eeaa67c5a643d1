import Loyalty
import SQLite
import TestSupport
import Testing

@testable import Server

/// What a deletion costs is a matter of the member alone, not of all others.
struct ErasureCostTests {
  @Test func `each foreign key has an index on the child's side`() throws {
    let bench = try Bench()
    let (all, lacking) = try bench.server.store.database.read { connection in
      let keys = try foreignKeys(connection)
      return (
        keys.count,
        try keys.filter { key in
          let condition = key.columns.map { "\($0) = ?" }.joined(separator: " AND ")
          return try plan(
            "SELECT 1 FROM \(key.table) WHERE \(condition)", key.columns.count, connection
          ).contains { $0.hasPrefix("SCAN") }
        }.map { "\($0.table)(\($0.columns.joined(separator: ", ")))" }
      )
    }
    #expect(all > 30)
    #expect(lacking == [])
  }

  @Test func `no statement of a deletion looks through a table`() throws {
    let bench = try Bench()
    let scans = try bench.server.store.database.read { connection in
      try (MemberErasure.statements + MemberErasure.pieces.joined()).flatMap { statement in
        let parameters =
          statement.contains("?2")
          ? 2 : statement.contains("?1") ? 1 : statement.count { $0 == "?" }
        return try plan(statement, parameters, connection).filter { $0.hasPrefix("SCAN") }
          .map { "\(statement): \($0)" }
      }
    }
    #expect(scans == [])
  }

  @Test func `deleting a member costs the same among few and among many`() throws {
    let bench = try Bench()
    let store = bench.server.store
    let crowd = Crowd(store: store)
    var before = 0
    var costs: [Int] = []
    let sizes = Effort.isLong ? [100, 1000, 10_000, 100_000] : [100, 3000]
    for (number, size) in sizes.enumerated() {
      try crowd.join(before + 1...size)
      before = size
      let start = store.database.work.steps
      try MemberErasure(store).erase(Member.ID("crowd\(10 * number + 60)"))
      costs.append(store.database.work.steps - start)
      guard Effort.isLong else { continue }
      let times = try (1...9).map { other in
        try ContinuousClock().measure {
          try MemberErasure(store).erase(Member.ID("crowd\(10 * number + 60 + other)"))
        }
      }
      print("deleting a member among \(size): \(times.sorted()[4])")
    }
    let first = try #require(costs.first)
    for cost in costs { #expect(cost < first * 11 / 10, "\(costs)") }
    let broken = try store.database.read { connection in
      try connection.query("PRAGMA foreign_key_check") { $0.text(0) }
    }
    #expect(broken.isEmpty)
  }

  @Test func `of a long history the name goes at once, the rest in pieces that are short`() throws {
    let bench = try Bench()
    let store = bench.server.store
    let member = LongMember(id: .init("mem_long"), lines: 12_000)
    try member.join(store)
    func rows(_ table: String) throws -> Int64 {
      try store.database.read { connection in
        try connection.first("SELECT count(*) FROM \(table) WHERE member = 'mem_long'") {
          $0.int(0)
        } ?? 0
      }
    }
    try MemberErasure(store).erase(member.id)
    #expect(try rows("ledger_total") == 0 && rows("event") == 0)
    #expect(try store.member(member.id)?.phone == "mem_long")
    #expect(try rows("entry") == 11_990)
    bench.server.tellNews()
    #expect(bench.server.pause == LoyaltyServer.listeningPause)
    var longest = 0
    while bench.server.lookout.isSweeping {
      let start = store.database.work.steps
      bench.server.sweep()
      longest = max(longest, store.database.work.steps - start)
    }
    // What the pieces were is in the log, which is emptied next.
    #expect(bench.server.untilEmptying != nil)
    bench.server.purgeWhatIsDue()
    #expect(longest < 200_000)
    for table in ["entry", "lot", "purchase", "ledger_day", "leaving"] {
      #expect(try rows(table) == 0, "\(table)")
    }
    #expect(try store.member(member.id) == nil)
    #expect(bench.server.pause == LoyaltyServer.longestPause)
    #expect(try LedgerAudit(store).step() == 0)
  }

  @Test func `an editor's word reaches those who may edit without asking all members`() throws {
    let bench = try Bench()
    let store = bench.server.store
    let cost = {
      let start = store.database.work.steps
      try store.database.transaction { connection in
        _ = try connection.execute("UPDATE screen SET version = version + 1")
      }
      return store.database.work.steps - start
    }
    let before = try cost()
    try Crowd(store: store).join(1...2000)
    #expect(try cost() < before * 2)
  }

  private struct ForeignKey {
    var table: String
    var columns: [String]
  }

  private func foreignKeys(_ connection: Connection) throws -> [ForeignKey] {
    let tables = try connection.query(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ) { $0.text(0) }
    return try tables.flatMap { table in
      let rows = try connection.query(
        "SELECT id, \"from\" FROM pragma_foreign_key_list(?) ORDER BY id, seq", [.text(table)]
      ) { (id: $0.int(0), column: $0.text(1)) }
      return Dictionary(grouping: rows, by: \.id).values
        .map { ForeignKey(table: table, columns: $0.map(\.column)) }
    }
  }

  private func plan(
    _ statement: String, _ parameters: Int, _ connection: Connection
  ) throws -> [String] {
    try connection.query(
      "EXPLAIN QUERY PLAN \(statement)", Array(repeating: .text("x"), count: parameters)
    ) { $0.text(3) }
  }
}
