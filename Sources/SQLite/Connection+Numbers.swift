extension Connection {
  /// The newest number that a table with `AUTOINCREMENT` has given to a row, which may have gone
  /// since; 0 before the first.
  public func newestNumber(in table: String) throws(DatabaseError) -> Int64 {
    // https://sqlite.org/fileformat2.html#the_sqlite_sequence_table
    try first("SELECT seq FROM sqlite_sequence WHERE name = ?", [.text(table)]) { $0.int(0) } ?? 0
  }
}
