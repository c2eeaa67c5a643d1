import SQLite

/// Looks whether the database can be read, on a connection of its own: whatever holds up the ones
/// that requests are answered from does not hold up this.
public enum DatabaseProbe {
  /// Milliseconds to wait for whoever keeps others from reading.
  private static let patience: Int32 = 500

  /// - Returns: in words, why requests cannot be answered from it; `nil` when they can.
  public static func refusal(of path: String) -> String? {
    // It is there as long as the process.
    guard path != ":memory:" else { return nil }
    do {
      let database = try Database(path: path, readOnly: true, busyTimeout: patience)
      defer { database.close() }
      let isFilled = try database.read { try $0.first("SELECT 1 FROM program") { _ in true } }
      return isFilled == true ? nil : MissingProgram().description
    } catch {
      return "\(DatabaseRefusal.told(error, path))"
    }
  }
}
