import SQLite

/// The tables of the local store; a migration is appended, never edited.
enum StoreSchema {
  /// "Loya", in each file of any version (https://sqlite.org/pragma.html#pragma_application_id).
  private static let applicationID: Int64 = 0x4C6F_7961

  /// Refuses the database of another program.
  static func inspect(_ connection: Connection) throws(DatabaseError) {
    try connection.refuseOther(than: applicationID)
  }

  static let migrations = [
    """
    PRAGMA application_id = \(applicationID);
    CREATE TABLE program (
      id TEXT NOT NULL, name TEXT NOT NULL, points_name TEXT NOT NULL,
      points_scale INTEGER NOT NULL, languages TEXT NOT NULL, time_zone TEXT NOT NULL,
      theme TEXT NOT NULL, accent TEXT NOT NULL, site TEXT, phone TEXT, email TEXT, hours TEXT
    ) STRICT;
    CREATE TABLE member (
      id TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, joined_at INTEGER NOT NULL,
      roles TEXT NOT NULL
    ) STRICT;
    CREATE TABLE card (
      position INTEGER PRIMARY KEY, id TEXT NOT NULL, symbology TEXT NOT NULL,
      value TEXT NOT NULL, number TEXT NOT NULL
    ) STRICT;
    CREATE TABLE balance (
      available INTEGER NOT NULL, pending INTEGER NOT NULL, reserved INTEGER NOT NULL,
      as_of INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE expiry (
      position INTEGER PRIMARY KEY, points INTEGER NOT NULL, at INTEGER NOT NULL,
      day TEXT NOT NULL
    ) STRICT;
    CREATE TABLE ledger (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, points INTEGER NOT NULL, title TEXT NOT NULL,
      place TEXT, created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ledger_newest ON ledger (created_at DESC, id DESC);
    CREATE TABLE resource (
      name TEXT PRIMARY KEY, etag TEXT, fetched_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    -- See LedgerCoverage. Without a cursor the stretch reaches the end of the ledger.
    CREATE TABLE ledger_stretch (
      top_at INTEGER NOT NULL, top_id TEXT NOT NULL,
      bottom_at INTEGER, bottom_id TEXT, cursor TEXT,
      CHECK ((cursor IS NULL) = (bottom_at IS NULL) AND (cursor IS NULL) = (bottom_id IS NULL))
    ) STRICT;
    """,
    """
    -- Small resources as the server sent them, so that what we do not understand yet survives.
    CREATE TABLE document (name TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT, WITHOUT ROWID;
    """,
    """
    -- Words in small letters, to search in; lines that were stored without them come anew.
    ALTER TABLE ledger ADD COLUMN search TEXT NOT NULL DEFAULT '';
    DELETE FROM ledger;
    DELETE FROM ledger_stretch;
    DELETE FROM resource WHERE name = 'ledger';
    """,
    """
    -- What the member did and the server has not answered yet, in the order of the ids.
    CREATE TABLE outbox (
      id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, key TEXT NOT NULL UNIQUE,
      body BLOB NOT NULL, created_at INTEGER NOT NULL
    ) STRICT;
    -- What the member chose on this machine alone.
    CREATE TABLE choice (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """,
    """
    -- What the program has; the next answer brings all, and with it what was passed over before.
    ALTER TABLE program ADD COLUMN features TEXT;
    DELETE FROM resource WHERE name = 'changes';
    """,
    """
    -- The slides before the first login, as JSON: they are read only while nobody has logged in.
    ALTER TABLE program ADD COLUMN intro BLOB;
    DELETE FROM resource WHERE name = 'changes';
    """,
    """
    -- Content screens that are being edited, until the server has them; see DraftRows.
    CREATE TABLE draft (
      member TEXT NOT NULL, screen TEXT NOT NULL, base BLOB NOT NULL, content BLOB NOT NULL,
      saved_at INTEGER NOT NULL, generation INTEGER NOT NULL, PRIMARY KEY (member, screen)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    -- The line that a return takes back.
    ALTER TABLE ledger ADD COLUMN reverses TEXT;
    """,
    """
    -- How far the store follows the server: one row, none when all has to come. What is stored has no
    -- tags of its own: one answer says what of it has changed.
    CREATE TABLE changes (token TEXT NOT NULL) STRICT;
    INSERT INTO changes (token) SELECT etag FROM resource WHERE name = 'changes' AND etag IS NOT NULL;
    DELETE FROM resource WHERE name = 'changes';
    ALTER TABLE resource DROP COLUMN etag;
    """,
    """
    -- What the till printed, see Columns+Receipt. Lines that are stored already stay without, but for
    -- the newest, which the next answer that tells of a new line brings again.
    ALTER TABLE ledger ADD COLUMN receipt TEXT;
    CREATE INDEX ledger_reverses ON ledger (reverses) WHERE reverses IS NOT NULL;
    """,
    """
    -- The face of the card, see Columns+Picture; the next answer brings all, and it with them.
    ALTER TABLE program ADD COLUMN picture TEXT;
    DELETE FROM changes;
    """,
  ]
}
