import SQLite

/// The tables of the server; a migration is appended, never edited.
enum ServerSchema {
  /// Refuses a database of another program, before anything in it is changed, and one without a
  /// program of ours where none will be put into it.
  static func inspect(
    _ connection: Connection, needsProgram: Bool = false
  ) throws(DatabaseError) {
    let isOurs = try connection.first(
      """
      SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema) OR 3 = (
        SELECT count(*) FROM sqlite_schema
        WHERE type = 'table' AND name IN ('setting', 'lot', 'idempotency'))
      """
    ) { $0.bool(0) }
    guard isOurs == true else { throw .foreign }
    guard needsProgram else { return }
    let hasTable = try connection.first(
      "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'program'", [], { _ in true })
    guard hasTable != nil else { throw .withoutProgram }
    let hasProgram = try connection.first("SELECT 1 FROM program", [], { _ in true })
    guard hasProgram != nil else { throw .withoutProgram }
  }

  static let migrations = [
    """
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE program (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE member (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, phone TEXT NOT NULL UNIQUE,
      joined_at INTEGER NOT NULL, roles TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE card (
      id TEXT PRIMARY KEY, member TEXT NOT NULL REFERENCES member, position INTEGER NOT NULL,
      symbology TEXT NOT NULL, value TEXT NOT NULL, number TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX card_member ON card (member, position);

    -- The ledger: lines are added, never changed. A lot is what one line gave and what is left of
    -- it; a draw is what another line took from a lot.
    CREATE TABLE entry (
      id TEXT PRIMARY KEY, member TEXT NOT NULL REFERENCES member, kind TEXT NOT NULL,
      points INTEGER NOT NULL, title TEXT NOT NULL, place TEXT, created_at INTEGER NOT NULL,
      reverses TEXT REFERENCES entry
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entry_newest ON entry (member, created_at DESC, id DESC);
    CREATE TABLE lot (
      id INTEGER PRIMARY KEY, member TEXT NOT NULL REFERENCES member, entry TEXT REFERENCES entry,
      kind TEXT NOT NULL, title TEXT NOT NULL, place TEXT,
      granted INTEGER NOT NULL, remaining INTEGER NOT NULL,
      active_from INTEGER NOT NULL, expires_at INTEGER
    ) STRICT;
    CREATE INDEX lot_member ON lot (member, expires_at) WHERE remaining <> 0;
    CREATE TABLE draw (
      entry TEXT NOT NULL REFERENCES entry, lot INTEGER NOT NULL REFERENCES lot,
      points INTEGER NOT NULL, PRIMARY KEY (entry, lot)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE challenge (
      id TEXT PRIMARY KEY, phone TEXT NOT NULL, code TEXT NOT NULL, salt TEXT NOT NULL,
      created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, is_void INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX challenge_phone ON challenge (phone, created_at);
    CREATE TABLE attempt (phone TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
    CREATE INDEX attempt_phone ON attempt (phone, at);

    CREATE TABLE session (
      id TEXT PRIMARY KEY, member TEXT NOT NULL REFERENCES member,
      access TEXT NOT NULL UNIQUE, access_expires_at INTEGER NOT NULL,
      refresh TEXT NOT NULL UNIQUE, previous TEXT, previous_until INTEGER,
      created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX session_previous ON session (previous);
    -- Tokens that were replaced: whoever shows one again has stolen it, or lost a race long ago.
    CREATE TABLE retired (refresh TEXT PRIMARY KEY, session TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE idempotency (
      scope TEXT NOT NULL, key TEXT NOT NULL, request TEXT NOT NULL,
      status INTEGER, fields TEXT, body BLOB, created_at INTEGER NOT NULL,
      PRIMARY KEY (scope, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX idempotency_age ON idempotency (created_at);
    """,
    """
    CREATE TABLE reward (
      id TEXT PRIMARY KEY, position INTEGER NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
      description TEXT NOT NULL, cost INTEGER NOT NULL CHECK (cost > 0),
      stock INTEGER CHECK (stock >= 0), member_limit INTEGER, minimum_days INTEGER NOT NULL,
      value TEXT, coupon_days INTEGER NOT NULL, is_active INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    -- The key is that of the attempt: one attempt makes one coupon, whatever else is lost.
    CREATE TABLE coupon (
      id TEXT PRIMARY KEY, member TEXT NOT NULL REFERENCES member,
      reward TEXT NOT NULL REFERENCES reward, key TEXT NOT NULL, entry TEXT REFERENCES entry,
      title TEXT NOT NULL, description TEXT NOT NULL, value TEXT, symbology TEXT NOT NULL,
      code TEXT NOT NULL UNIQUE, issued_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
      used_at INTEGER, UNIQUE (member, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX coupon_member ON coupon (member, issued_at DESC, id DESC);
    CREATE TABLE tier (
      id TEXT PRIMARY KEY, threshold INTEGER NOT NULL, body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entry_reverses ON entry (reverses) WHERE reverses IS NOT NULL;
    CREATE INDEX lot_newest ON lot (member, active_from DESC, id DESC);
    CREATE INDEX draw_lot ON draw (lot);
    """,
    """
    -- What all instances on this database sign with.
    CREATE TABLE secret (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX card_value ON card (value);
    """,
    """
    -- What was bought, for promotions and stamp cards; the lot is what it gave.
    CREATE TABLE purchase (
      id TEXT PRIMARY KEY, member TEXT NOT NULL REFERENCES member, lot INTEGER REFERENCES lot,
      categories TEXT NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX purchase_member ON purchase (member, at);
    CREATE INDEX purchase_lot ON purchase (lot) WHERE lot IS NOT NULL;
    -- NB: it stands so in each database; `returns` makes it anew.
    CREATE VIEW kept_purchase AS SELECT * FROM purchase WHERE NOT EXISTS (
      SELECT 1 FROM lot JOIN entry ON entry.reverses = lot.entry WHERE lot.id = purchase.lot);

    CREATE TABLE promotion (
      id TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE segment (
      member TEXT NOT NULL REFERENCES member, name TEXT NOT NULL, PRIMARY KEY (member, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE enrollment (
      promotion TEXT NOT NULL REFERENCES promotion, member TEXT NOT NULL REFERENCES member,
      joined_at INTEGER NOT NULL, left_at INTEGER, PRIMARY KEY (promotion, member)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX enrollment_member ON enrollment (member);
    -- One for each member and promotion, whatever is bought later.
    CREATE TABLE award (
      promotion TEXT NOT NULL REFERENCES promotion, member TEXT NOT NULL REFERENCES member,
      purchase TEXT NOT NULL REFERENCES purchase, lot INTEGER REFERENCES lot,
      at INTEGER NOT NULL, PRIMARY KEY (promotion, member)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX award_member ON award (member);

    CREATE TABLE stamp_rule (
      id TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE stamp_card (
      id INTEGER PRIMARY KEY, rule TEXT NOT NULL REFERENCES stamp_rule,
      member TEXT NOT NULL REFERENCES member, started_at INTEGER NOT NULL, expires_at INTEGER,
      completed_at INTEGER
    ) STRICT;
    CREATE INDEX stamp_card_member ON stamp_card (member, rule);
    -- A purchase stamps a card of each rule once.
    CREATE TABLE stamp (
      rule TEXT NOT NULL REFERENCES stamp_rule, purchase TEXT NOT NULL REFERENCES purchase,
      card INTEGER NOT NULL REFERENCES stamp_card, PRIMARY KEY (rule, purchase)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX stamp_of_card ON stamp (card);

    CREATE TABLE promo_code (code TEXT PRIMARY KEY, body TEXT NOT NULL, uses_left INTEGER)
      STRICT, WITHOUT ROWID;
    -- The key is that of the attempt: who asks again gets the same answer.
    CREATE TABLE promo_code_use (
      code TEXT NOT NULL REFERENCES promo_code, member TEXT NOT NULL REFERENCES member,
      key TEXT NOT NULL, gift TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (code, member)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE promo_code_miss (
      member TEXT NOT NULL REFERENCES member, at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX promo_code_miss_member ON promo_code_miss (member, at);
    """,
    inbox, shops, referrals, profile, events,
    """
    -- For members with very long histories: what is open, what is on the way, what was earned.
    CREATE INDEX lot_pending ON lot (member, granted) WHERE entry IS NULL;
    CREATE INDEX entry_earned ON entry (member, kind, created_at, points, id);
    """,
    content,
    """
    -- Tills take the number below the code too, however its digits are grouped.
    CREATE INDEX card_number ON card (replace(number, ' ', ''));
    """,
    indexes, seenEvents, totals, screenList, heartbeat, returns, owedTotals,
    phones, codes, heartbeats, receipts, wishes,
    reminders, pictures,
  ]
}
