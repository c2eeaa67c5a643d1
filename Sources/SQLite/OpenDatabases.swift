import Synchronization

/// The databases that this process has open, so that none is left with its log when it leaves.
enum OpenDatabases {
  private struct Entry {
    weak var database: Database?
  }

  private static let all = Mutex<[Entry]>([])

  static func add(_ database: Database) {
    all.withLock { entries in
      entries.removeAll { $0.database == nil }
      entries.append(Entry(database: database))
    }
  }

  static func takeAll() -> [Database] {
    all.withLock { entries in
      defer { entries = [] }
      return entries.compactMap(\.database)
    }
  }
}
