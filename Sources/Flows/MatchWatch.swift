public import FlowLanguage
@preconcurrency import Glibc
import Synchronization

/// Looks after regular expressions while they are matched: what one of them takes cannot be known, and
/// nothing but the end of the process stops it.
public enum MatchWatch {
  struct Match: Equatable, Sendable {
    var pattern: String
    var place: Place?
  }

  private static let current = Mutex<Match?>(nil)

  static func begin(_ pattern: String, at place: Place?) {
    current.withLock { $0 = Match(pattern: pattern, place: place) }
  }

  static func end() {
    current.withLock { $0 = nil }
  }

  /// Begins to watch, for as long as the process lives; to be called once.
  ///
  /// - Parameters:
  ///   - limit: of the processor, for the matches of one pattern without a pause.
  ///   - onTooLong: is told the pattern and the place of its step, on a thread of its own, and ends
  ///     the process.
  public static func start(
    limit: Duration = .seconds(3), onTooLong: @escaping @Sendable (String, Place?) -> Never
  ) {
    let context = Unmanaged.passRetained(Watcher(limit, onTooLong))
    var thread = pthread_t()
    // NB: without a thread such a flow goes on until somebody ends it.
    guard pthread_create(&thread, nil, watchMatches, context.toOpaque()) == 0 else {
      context.release()
      return
    }
    pthread_detach(thread)
  }

  fileprivate final class Watcher: Sendable {
    private let limit: Duration
    private let onTooLong: @Sendable (String, Place?) -> Never

    init(_ limit: Duration, _ onTooLong: @escaping @Sendable (String, Place?) -> Never) {
      self.limit = limit
      self.onTooLong = onTooLong
    }

    func watch() -> Never {
      var time = MatchTime(limit: limit)
      while true {
        poll(nil, 0, 200)
        let match = MatchWatch.current.withLock { $0 }
        guard time.isOver(match, at: processorTime()), let match else { continue }
        onTooLong(match.pattern, match.place)
      }
    }

    /// Of all threads of the process: one that has to wait for its turn has taken no time.
    private func processorTime() -> Duration {
      var time = timespec()
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
      return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
  }
}

/// How long one pattern has been seen in the middle of a match.
struct MatchTime {
  private let limit: Duration
  private var last: (match: MatchWatch.Match, time: Duration)?
  private var spent = Duration.zero

  init(limit: Duration) {
    self.limit = limit
  }

  /// - Parameters:
  ///   - match: that is going on.
  ///   - time: of the processor, since any moment.
  mutating func isOver(_ match: MatchWatch.Match?, at time: Duration) -> Bool {
    defer { last = match.map { ($0, time) } }
    guard let match, let last, last.match == match else {
      spent = .zero
      return false
    }
    spent += time - last.time
    return spent > limit
  }
}

private func watchMatches(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  // Signals are for the thread that plays.
  var all = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_BLOCK, &all, nil)
  Unmanaged<MatchWatch.Watcher>.fromOpaque(context).takeRetainedValue().watch()
}
