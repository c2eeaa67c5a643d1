import SQLite

extension Connection {
  /// Refuses a database that another program has made; an empty one is nobody's yet.
  ///
  /// - Parameter applicationID: what SQLite keeps in the header of the file (`PRAGMA
  ///   application_id`).
  func refuseOther(than applicationID: Int64) throws(DatabaseError) {
    let isOurs = try first(
      "SELECT application_id = ? OR NOT EXISTS (SELECT 1 FROM sqlite_schema) "
        + "FROM pragma_application_id",
      [.integer(applicationID)]
    ) { $0.bool(0) }
    guard isOurs == true else { throw DatabaseError(notADatabase: "another program's database") }
  }
}
