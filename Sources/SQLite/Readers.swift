import Synchronization

/// Connections that only read, so that nobody who writes makes them wait.
final class Readers: Sendable {
  /// The first is there from the start: where the system opens no more files, it serves them all.
  private let slots: [Slot]
  private let turn = Atomic<Int>(0)
  /// For the version of the data, which is counted for each connection.
  private let watcher: Slot

  // NB: unchecked, as the compiler does not see that the lock is held.
  private final class Slot: @unchecked Sendable {
    private let open: @Sendable () throws(DatabaseError) -> Connection
    private var connection: Connection?
    private var isClosed = false
    private let lock = Mutex(())

    init(_ open: @escaping @Sendable () throws(DatabaseError) -> Connection) {
      self.open = open
    }

    /// - Returns: `nil` when the connection is taken.
    func ifFree<Result: Sendable>(
      _ body: (Connection) throws -> Result
    ) throws -> Result? {
      try lock.withLockIfAvailable { _ in try body(opened()) }
    }

    func inTurn<Result: Sendable>(_ body: (Connection) throws -> Result) throws -> Result {
      try lock.withLock { _ in try body(opened()) }
    }

    func close() {
      lock.withLock { _ in
        isClosed = true
        connection = nil
      }
    }

    func observe(_ observer: (@Sendable (String) throws(DatabaseError) -> Void)?) {
      lock.withLock { _ in connection?.observer = observer }
    }

    private func opened() throws -> Connection {
      guard !isClosed else { throw DatabaseError.closed }
      if let connection { return connection }
      do {
        let fresh = try open()
        connection = fresh
        return fresh
      } catch {
        throw NotOpened(reason: error)
      }
    }
  }

  private struct NotOpened: Error, CustomStringConvertible {
    let reason: DatabaseError

    var description: String { "\(reason)" }
  }

  init(
    _ count: Int, path: String, busyTimeout milliseconds: Int32, _ work: Work
  ) throws(DatabaseError) {
    let open: @Sendable () throws(DatabaseError) -> Connection = { () throws(DatabaseError) in
      let connection = try Connection(
        path: path, readOnly: false, busyTimeout: milliseconds)
      connection.work = work
      // NB: not opened as read-only: the first one after a crash has to recover the log.
      try connection.script("PRAGMA query_only = ON; SELECT count(*) FROM sqlite_schema")
      return connection
    }
    slots = (0..<max(1, count)).map { _ in Slot(open) }
    watcher = Slot(open)
    do {
      try slots[0].inTurn { _ in }
    } catch let error as NotOpened {
      throw error.reason
    } catch {
      throw .closed
    }
  }

  func withConnection<Result: Sendable>(
    _ body: (Connection) throws -> Result
  ) throws -> Result {
    do {
      for slot in slots {
        if let result = try slot.ifFree(body) { return result }
      }
      let index = turn.wrappingAdd(1, ordering: .relaxed).oldValue % slots.count
      return try slots[index].inTurn(body)
    } catch is NotOpened {
      return try slots[0].inTurn(body)
    }
  }

  func version() throws -> Int64 {
    do {
      return try watcher.inTurn { try $0.first("PRAGMA data_version") { $0.int(0) } ?? 0 }
    } catch let error as NotOpened {
      throw error.reason
    }
  }

  func observe(_ observer: (@Sendable (String) throws(DatabaseError) -> Void)?) {
    for slot in slots { slot.observe(observer) }
  }

  func close() {
    for slot in slots + [watcher] { slot.close() }
  }
}
