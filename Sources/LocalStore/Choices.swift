import Loyalty
import SQLite

/// What the member chose on this machine alone; the server does not know it.
public enum Choice: String, Hashable, Sendable, CaseIterable {
  /// Where distances to shops are counted from.
  case shopsOrigin = "storesOrigin"
  /// That the slides before the login were seen.
  case introSeen
}

extension LocalStore {
  public func choice(_ choice: Choice) throws(LocalStoreError) -> String? {
    try read {
      try $0.first("SELECT value FROM choice WHERE name = ?", [.text(choice.rawValue)]) {
        $0.text(0)
      }
    }
  }

  public func save(_ value: String, as choice: Choice) throws(LocalStoreError) {
    try write { connection in
      _ = try connection.execute(
        """
        INSERT INTO choice (name, value)
        VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """,
        [.text(choice.rawValue), .text(Columns.word(value))])
    }
  }
}
