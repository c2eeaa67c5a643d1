import Foundation
import Synchronization
import TestSupport

/// Counts those who stand at a place, on threads that may block.
final class Arrivals: Sendable {
  /// Opens when as many have come as were expected.
  let all = Gate()
  private let expected: Int
  private let counts = Mutex((here: 0, total: 0, most: 0))
  private let condition = NSCondition()

  init(expected: Int) {
    self.expected = expected
  }

  /// The most that were here together.
  var most: Int { counts.withLock { $0.most } }

  func note() {
    let total = counts.withLock { counts in
      counts.here += 1
      counts.total += 1
      counts.most = max(counts.most, counts.here)
      return counts.total
    }
    if total == expected { all.open() }
    condition.withLock { condition.broadcast() }
  }

  func leave() {
    counts.withLock { $0.here -= 1 }
  }

  /// Blocks the thread.
  func waitForAll() {
    condition.withLock {
      while counts.withLock({ $0.total }) < expected { condition.wait() }
    }
  }
}
