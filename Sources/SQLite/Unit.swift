import Glibc
import Synchronization

/// A transaction that is under way on one thread.
// NB: unchecked, as its thread alone touches it.
final class Unit: @unchecked Sendable {
  let thread = pthread_self()
  let connection: Connection
  let isWriting: Bool

  init(_ connection: Connection, isWriting: Bool) {
    self.connection = connection
    self.isWriting = isWriting
  }
}

/// The transactions of a database that are under way, one on a thread at most.
final class UnitsUnderWay: Sendable {
  private let units = Mutex<[Unit]>([])

  /// That of the thread that asks.
  var current: Unit? {
    let thread = pthread_self()
    return units.withLock { units in units.first { $0.thread == thread } }
  }

  func add(_ unit: Unit) {
    units.withLock { $0.append(unit) }
  }

  func remove(_ unit: Unit) {
    units.withLock { units in units.removeAll { $0 === unit } }
  }
}
