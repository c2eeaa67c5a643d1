extension ServerSchema {
  /// A member has one code, and comes by one at most.
  static let referrals = """
    CREATE TABLE referral_code (
      member TEXT PRIMARY KEY REFERENCES member, code TEXT NOT NULL UNIQUE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE referral (
      friend TEXT PRIMARY KEY REFERENCES member, referrer TEXT NOT NULL REFERENCES member,
      registered_at INTEGER NOT NULL, purchased_at INTEGER,
      points INTEGER NOT NULL DEFAULT 0 CHECK (points = 0 OR purchased_at IS NOT NULL)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX referral_referrer ON referral (referrer, registered_at DESC);
    """
}
