extension ServerSchema {
  /// A shop's body holds its week and its special days; its hours are made of them when asked for.
  ///
  /// The table has the wire's name.
  static let shops = """
    CREATE TABLE store (
      id TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
