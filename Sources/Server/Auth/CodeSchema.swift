extension ServerSchema {
  /// One-time codes, each with its own tries.
  ///
  /// What limits are counted by names phones and addresses under the phone key, and outlives an
  /// account by a day.
  ///
  /// What is dropped was good for minutes; answers with tokens were kept among those of other
  /// requests and go, see `ServerStore.scrub`.
  static let codes = """
    DROP TABLE attempt;
    DROP TABLE challenge;
    CREATE TABLE challenge (
      id TEXT PRIMARY KEY, phone TEXT NOT NULL, code TEXT NOT NULL,
      created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, shown_until INTEGER NOT NULL,
      is_void INTEGER NOT NULL DEFAULT 0, replaced_by TEXT,
      -- The Idempotency-Key that it was asked for with, and what that request was.
      request_key TEXT NOT NULL UNIQUE, request TEXT NOT NULL,
      -- The one that it was used with, and the session that came of it.
      used_key TEXT, used_at INTEGER, session TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX challenge_phone ON challenge (phone);
    CREATE INDEX challenge_age ON challenge (created_at);

    CREATE TABLE code_send (
      id TEXT PRIMARY KEY, phone TEXT NOT NULL, address TEXT NOT NULL, is_known INTEGER NOT NULL,
      at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX code_send_phone ON code_send (phone, at);
    CREATE INDEX code_send_address ON code_send (address, at);
    CREATE INDEX code_send_age ON code_send (at);
    CREATE TABLE code_miss (
      id TEXT PRIMARY KEY, challenge TEXT NOT NULL, phone TEXT NOT NULL, address TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX code_miss_challenge ON code_miss (challenge, at);
    CREATE INDEX code_miss_phone ON code_miss (phone, at);
    CREATE INDEX code_miss_address ON code_miss (address, at);
    CREATE INDEX code_miss_age ON code_miss (at);
    -- Where a phone's code was read and typed, so most likely its owner's.
    CREATE TABLE known_address (
      phone TEXT NOT NULL, address TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (phone, address)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX known_address_age ON known_address (at);

    DELETE FROM idempotency WHERE scope IN ('/v1/auth/otp -', '/v1/auth/otp/verify -');
    INSERT INTO setting (name, value) SELECT 'scrub', 'yes' WHERE EXISTS (SELECT 1 FROM program);

    ALTER TABLE retired ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
    UPDATE retired SET at = (SELECT coalesce(max(previous_until), 0) FROM session);
    CREATE INDEX retired_age ON retired (at);
    CREATE INDEX session_age ON session (access_expires_at);
    CREATE INDEX idempotency_scope ON idempotency (scope, created_at);
    """
}
