import Glibc

/// A bell that one thread waits for and any thread rings.
///
/// Pthread's own types may be used from any thread, and `hasRung` is only touched under the lock.
// NB: unchecked for these two reasons, which the compiler cannot see.
public final class Bell: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var hasRung = false

  public init() {
    pthread_mutex_init(lock, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(lock)
    condition.deallocate()
    lock.deallocate()
  }

  public func ring() {
    pthread_mutex_lock(lock)
    hasRung = true
    pthread_cond_signal(condition)
    pthread_mutex_unlock(lock)
  }

  /// Returns when it rings, or has rung since the last wait, at the latest at a time.
  public func wait(until end: ContinuousClock.Instant?) {
    if let end { return wait(for: ContinuousClock.now.duration(to: end)) }
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while !hasRung { pthread_cond_wait(condition, lock) }
    hasRung = false
  }

  /// Returns when it rings, or has rung since the last wait, at the latest after `duration`.
  func wait(for duration: Duration) {
    var end = timespec()
    clock_gettime(CLOCK_MONOTONIC, &end)
    let (seconds, attoseconds) = max(.zero, duration).components
    let nanoseconds = end.tv_nsec + Int(attoseconds / 1_000_000_000)
    end.tv_sec += Int(seconds) + nanoseconds / 1_000_000_000
    end.tv_nsec = nanoseconds % 1_000_000_000
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while !hasRung, pthread_cond_timedwait(condition, lock, &end) != ETIMEDOUT {}
    hasRung = false
  }
}
