import SQLite

/// The tables of the wallet; a migration is appended, never edited.
enum WalletSchema {
  /// "LoyW", in each file of any version (https://sqlite.org/pragma.html#pragma_application_id).
  private static let applicationID: Int64 = 0x4C6F_7957

  /// Refuses the database of another program.
  static func inspect(_ connection: Connection) throws(DatabaseError) {
    let isOurs = try connection.first(
      "SELECT application_id = ? OR NOT EXISTS (SELECT * FROM sqlite_schema) "
        + "FROM pragma_application_id",
      [.integer(applicationID)]
    ) { $0.bool(0) }
    guard isOurs == true else { throw DatabaseError(notADatabase: "another program's database") }
  }

  static let migrations = [
    """
    PRAGMA application_id = \(applicationID);
    CREATE TABLE card (
      id INTEGER PRIMARY KEY AUTOINCREMENT, store TEXT NOT NULL, number TEXT NOT NULL, value TEXT,
      symbology TEXT, note TEXT NOT NULL, balance TEXT NOT NULL, expires_at INTEGER,
      is_starred INTEGER NOT NULL, is_archived INTEGER NOT NULL, last_used INTEGER,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE card_group (
      card INTEGER NOT NULL REFERENCES card (id) ON DELETE CASCADE, position INTEGER NOT NULL,
      name TEXT NOT NULL, PRIMARY KEY (card, position)
    ) STRICT, WITHOUT ROWID;
    -- What another program's file says about a card and this program does not use.
    CREATE TABLE card_column (
      card INTEGER NOT NULL REFERENCES card (id) ON DELETE CASCADE, name TEXT NOT NULL,
      value TEXT NOT NULL, PRIMARY KEY (card, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE picture (
      card INTEGER NOT NULL REFERENCES card (id) ON DELETE CASCADE, side TEXT NOT NULL,
      bytes BLOB NOT NULL, PRIMARY KEY (card, side)
    ) STRICT;
    """
  ]
}
