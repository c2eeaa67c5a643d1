extension ServerSchema {
  /// Without a line of its own a member's profile is what the name says.
  static let profile = """
    CREATE TABLE profile (
      member TEXT PRIMARY KEY REFERENCES member, first_name TEXT, last_name TEXT, email TEXT,
      birthday TEXT, language TEXT, city TEXT
    ) STRICT, WITHOUT ROWID;
    -- What was given and taken back, in the order of the ids; lines are added, never changed.
    CREATE TABLE consent (
      id INTEGER PRIMARY KEY, member TEXT NOT NULL REFERENCES member, name TEXT NOT NULL,
      version TEXT NOT NULL, is_given INTEGER NOT NULL, at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX consent_member ON consent (member, id);
    ALTER TABLE session ADD COLUMN device TEXT;
    ALTER TABLE session ADD COLUMN last_used_at INTEGER;
    CREATE INDEX session_member ON session (member);
    """
}
