extension ServerSchema {
  /// Notifications stay; `channels` says by which ways each was to be sent when it was made.
  static let inbox = """
    CREATE TABLE notification (
      id TEXT PRIMARY KEY, member TEXT NOT NULL REFERENCES member, category TEXT NOT NULL,
      title TEXT NOT NULL, body TEXT NOT NULL, action TEXT NOT NULL, channels TEXT NOT NULL,
      created_at INTEGER NOT NULL, read_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX notification_newest ON notification (member, created_at DESC, id DESC);
    CREATE TABLE preference (
      member TEXT NOT NULL REFERENCES member, category TEXT NOT NULL, channel TEXT NOT NULL,
      is_enabled INTEGER NOT NULL, PRIMARY KEY (member, category, channel)
    ) STRICT, WITHOUT ROWID;
    """
}
