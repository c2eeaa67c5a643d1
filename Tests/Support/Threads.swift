import Glibc
import Synchronization

/// Runs a body on threads of its own, which may wait for each other.
///
/// NB: `#expect` there would fail a test run but no test; see `check`.
public func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) throws {
  let jobs = (0..<count).map { index in Job { try body(index) } }
  var threads: [pthread_t] = []
  for job in jobs {
    var thread = pthread_t()
    let result = pthread_create(
      &thread, nil,
      { raw in
        if let raw { Unmanaged<Job>.fromOpaque(raw).takeRetainedValue().run() }
        return nil
      }, Unmanaged.passRetained(job).toOpaque())
    guard result == 0 else { throw NoThread(code: result) }
    threads.append(thread)
  }
  for thread in threads { pthread_join(thread, nil) }
  for job in jobs {
    if let failure = job.failure.withLock({ $0 }) { throw failure }
  }
}

/// Expects something on a thread that does not know which test it works for.
public func check(_ isTrue: Bool, line: Int = #line) throws {
  struct Failure: Error { let line: Int }
  if !isTrue { throw Failure(line: line) }
}

struct NoThread: Error {
  let code: Int32
}

private final class Job: Sendable {
  let body: @Sendable () throws -> Void
  let failure = Mutex<(any Error)?>(nil)

  init(_ body: @escaping @Sendable () throws -> Void) {
    self.body = body
  }

  func run() {
    do { try body() } catch { failure.withLock { $0 = error } }
  }
}
