import SQLite

/// The tables of the wallet; a migration is appended, never edited.
enum WalletSchema {
  /// "LoyW", in each file of any version (https://sqlite.org/pragma.html#pragma_application_id).
  private static let applicationID: Int64 = 0x4C6F_7957

  /// Refuses the database of another program.
  static func inspect(_ connection: Connection) throws(DatabaseError) {
    try connection.refuseOther(than: applicationID)
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
    """,
    // NB: columns only: no root of a table ever moves, on which the salvage may rely.
    """
    ALTER TABLE card ADD COLUMN encoding TEXT;
    ALTER TABLE card ADD COLUMN is_gs1 INTEGER NOT NULL DEFAULT 0;
    -- Days; `expires_at`, the midnight of one in a zone that nobody knows, is no longer used.
    ALTER TABLE card ADD COLUMN valid_from TEXT;
    ALTER TABLE card ADD COLUMN expires_on TEXT;
    UPDATE card SET
      encoding = (SELECT value FROM card_column WHERE card = id AND name = 'barcodeencoding'),
      valid_from = (SELECT \(day(of: "CAST(value AS INTEGER)")) FROM card_column
        WHERE card = id AND name = 'validfrom' AND CAST(value AS INTEGER) > 0),
      expires_on = \(day(of: "expires_at"));
    UPDATE card SET expires_at = NULL WHERE expires_on IS NOT NULL;
    DELETE FROM card_column WHERE name IN ('barcodeencoding', 'validfrom');
    """,
  ]

  /// As `Zone.day(ofMidnight:)` reads a moment that is a column of milliseconds, with the zone that
  /// the system has.
  private static func day(of milliseconds: String) -> String {
    let here = "\(milliseconds) / 1000, 'unixepoch', 'localtime'"
    let nearest = "(\(milliseconds) + 43200000) / 86400000 * 86400, 'unixepoch'"
    return "CASE time(\(here)) WHEN '00:00:00' THEN date(\(here)) ELSE date(\(nearest)) END"
  }
}
