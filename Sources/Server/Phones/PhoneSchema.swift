extension ServerSchema {
  /// What outlives an account, by the name that the phone has under a key that is not here; and what
  /// a member had used before, in another account with the same phone.
  ///
  /// `what` is one of `PhoneMemory.What`, `ref` what it was used on, `uses` how often.
  static let phones = """
    CREATE TABLE phone_memory (
      phone TEXT NOT NULL, what TEXT NOT NULL, ref TEXT NOT NULL, uses INTEGER NOT NULL,
      at INTEGER NOT NULL, PRIMARY KEY (phone, what, ref)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX phone_memory_miss ON phone_memory (at) WHERE what = 'promo_code_miss';
    CREATE TABLE member_past (
      member TEXT NOT NULL REFERENCES member, what TEXT NOT NULL, ref TEXT NOT NULL,
      uses INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (member, what, ref)
    ) STRICT, WITHOUT ROWID;
    """
}
