@preconcurrency import Glibc
import Synchronization

/// A thread for what runs beside the screen: requests, their answers, pauses.
///
/// Swift's own executor is libdispatch, whose manager wakes up once a second for ever after its
/// first job; this one sleeps until there is something to do.
final class BackgroundExecutor: TaskExecutor {
  static let shared = BackgroundExecutor()
  /// A second thread, for what takes long and waits for nobody: pictures are drawn there.
  static let pictures = BackgroundExecutor()

  private struct Pause {
    var end: ContinuousClock.Instant
    var sleeper: CheckedContinuation<Void, Never>
  }

  private struct Contents {
    var jobs: [UnownedJob] = []
    var pauses: [Int: Pause] = [:]
    /// Cancelled before they began.
    var cancelled: Set<Int> = []
    var lastID = 0
    var isRunning = false
  }

  private let contents = Mutex(Contents())
  private let bell = Bell()

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    contents.withLock { contents in
      contents.jobs.append(job)
      startIfNeeded(&contents)
    }
    bell.ring()
  }

  /// Returns after the time, or at once when the task is cancelled.
  func pause(_ duration: Duration) async {
    let end = ContinuousClock.now.advanced(by: duration)
    let id = contents.withLock { contents in
      contents.lastID += 1
      return contents.lastID
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { sleeper in
        let isOver = contents.withLock { contents in
          if contents.cancelled.remove(id) != nil { return true }
          contents.pauses[id] = Pause(end: end, sleeper: sleeper)
          startIfNeeded(&contents)
          return false
        }
        if isOver { sleeper.resume() }
        bell.ring()
      }
    } onCancel: {
      let pause = contents.withLock { contents in
        let pause = contents.pauses.removeValue(forKey: id)
        if pause == nil { contents.cancelled.insert(id) }
        return pause
      }
      pause?.sleeper.resume()
    }
    contents.withLock { _ = $0.cancelled.remove(id) }
  }

  private func startIfNeeded(_ contents: inout Contents) {
    guard !contents.isRunning else { return }
    contents.isRunning = true
    var thread = pthread_t()
    // NB: without a thread nothing can be asked of a server; the app stays usable offline.
    guard
      pthread_create(&thread, nil, runBackground, Unmanaged.passUnretained(self).toOpaque()) == 0
    else { return }
    pthread_detach(thread)
  }

  fileprivate func run() -> Never {
    while true {
      let (jobs, sleepers, next) = takeDue()
      for sleeper in sleepers { sleeper.resume() }
      for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
      if jobs.isEmpty, sleepers.isEmpty { bell.wait(until: next) }
    }
  }

  /// What is to be done now, and when the next pause ends.
  private func takeDue() -> (
    jobs: [UnownedJob], sleepers: [CheckedContinuation<Void, Never>], next: ContinuousClock.Instant?
  ) {
    contents.withLock { contents in
      let now = ContinuousClock.now
      let over = contents.pauses.filter { $0.value.end <= now }
      for id in over.keys { contents.pauses[id] = nil }
      defer { contents.jobs = [] }
      return (contents.jobs, over.values.map(\.sleeper), contents.pauses.values.map(\.end).min())
    }
  }
}

// NB: callbacks from C stand at file scope: one that is isolated to an actor traps at run time.
private func runBackground(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  // Signals are for the thread that has the terminal.
  var all = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_BLOCK, &all, nil)
  // Both of them are there for as long as the program is.
  guard let context else { return nil }
  Unmanaged<BackgroundExecutor>.fromOpaque(context).takeUnretainedValue().run()
}
