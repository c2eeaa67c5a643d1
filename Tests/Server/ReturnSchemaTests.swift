import Loyalty
import SQLite
import Testing

@testable import Server

struct ReturnSchemaTests {
  @Test func `debts of older versions are moved, and paid from what has been earned since`() throws
  {
    let path = TemporaryFile.path("older.sqlite")
    let index = try #require(ServerSchema.migrations.firstIndex(of: ServerSchema.returns))
    let older = try Database(path: path)
    try older.migrate(Array(ServerSchema.migrations[..<index]))
    try older.transaction { connection in
      try connection.script(
        """
        INSERT INTO member VALUES ('m', 'M', '+1', 0, ''), ('n', 'N', '+2', 0, '');
        INSERT INTO entry VALUES
          ('e1', 'm', 'earn', 20, '{}', NULL, 1, NULL), ('s1', 'm', 'spend', -20, '{}', NULL, 2, NULL),
          ('r1', 'm', 'return', -20, '{}', NULL, 3, 'e1'),
          ('e2', 'm', 'earn', 9, '{}', NULL, 4, NULL), ('s2', 'm', 'spend', -9, '{}', NULL, 5, NULL),
          ('r2', 'm', 'return', -9, '{}', NULL, 6, 'e2'),
          ('e3', 'm', 'earn', 12, '{}', NULL, 7, NULL), ('e4', 'm', 'earn', 13, '{}', NULL, 8, NULL),
          ('x1', 'n', 'earn', 5, '{}', NULL, 1, NULL), ('x2', 'n', 'return', -5, '{}', NULL, 2, 'x1'),
          ('x3', 'n', 'earn', 70, '{}', NULL, 3, NULL);
        INSERT INTO lot (id, member, entry, kind, title, granted, remaining, active_from, expires_at)
        VALUES
          (1, 'm', 'e1', 'earn', '{}', 20, 0, 1, 90), (2, 'm', 'r1', 'return', '{}', -20, -20, 3, NULL),
          (3, 'm', 'e2', 'earn', '{}', 9, 0, 4, 90), (4, 'm', 'r2', 'return', '{}', -9, -9, 6, NULL),
          (5, 'm', 'e3', 'earn', '{}', 12, 12, 7, 99), (6, 'm', 'e4', 'earn', '{}', 13, 13, 8, 95),
          (7, 'n', 'x1', 'earn', '{}', 5, 0, 1, 90), (8, 'n', 'x3', 'earn', '{}', 70, 70, 3, 90);
        INSERT INTO draw VALUES ('s1', 1, 20), ('s2', 3, 9), ('x2', 7, 5);
        INSERT INTO purchase VALUES ('p1', 'm', 1, 'coffee', 40000, 'RUB', 1),
          ('p3', 'm', 5, 'coffee', 24000, 'RUB', 7);
        """)
    }
    older.close()
    let newer = try Database(path: path)
    try newer.migrate(ServerSchema.migrations)
    try newer.read { connection in
      let rows = { (sql: String) in try connection.query(sql) { $0.int(0) } }
      // The oldest debt of 20 took the 13 that expire first and 7 more, the other one the rest.
      #expect(try rows("SELECT remaining FROM owed ORDER BY at") == [0, 4])
      #expect(try rows("SELECT points FROM draw WHERE entry = 'r1' ORDER BY lot") == [7, 13])
      #expect(try rows("SELECT points FROM draw WHERE entry = 'r2'") == [5])
      #expect(try rows("SELECT remaining FROM lot ORDER BY id") == [0, 0, 0, 0, 0, 70])
      #expect(try rows("SELECT count(*) FROM lot WHERE granted < 0") == [0])
      let off = try rows(
        """
        SELECT count(*) FROM member WHERE
          (SELECT sum(points) FROM entry WHERE entry.member = member.id) <>
          (SELECT sum(remaining) FROM lot WHERE lot.member = member.id)
          - coalesce((SELECT sum(remaining) FROM owed WHERE owed.member = member.id), 0)
        """)
      #expect(off == [0])
      #expect(try rows("SELECT available FROM ledger_total ORDER BY member") == [-4, 70])
      #expect(try rows("SELECT returned FROM purchase ORDER BY id") == [40_000, 0])
      #expect(try rows("SELECT points FROM purchase ORDER BY id") == [20, 12])
    }
  }
}
