import Synchronization

/// What lies between the windows of a flow and their servers: it can be cut while they run.
final class Air: Sendable {
  private struct Contents {
    var isCut = false
    var listener: (@Sendable (SentRequest) -> Void)?
    /// Streams that are under way, and the windows that they are of.
    var streams: [Int: (window: String, cut: Cut)] = [:]
    var lastID = 0
    /// Counts the apps that each window has had.
    var apps: [String: Int] = [:]
  }

  private let contents = Mutex(Contents())

  /// Nothing goes through, and what is under way ends.
  var isCut: Bool {
    get { contents.withLock { $0.isCut } }
    set {
      let cuts = contents.withLock { contents in
        contents.isCut = newValue
        return newValue ? contents.streams.values.map(\.cut) : []
      }
      for cut in cuts { cut.happen() }
    }
  }

  var listener: (@Sendable (SentRequest) -> Void)? {
    get { contents.withLock { $0.listener } }
    set { contents.withLock { $0.listener = newValue } }
  }

  /// Which of its apps a window has now.
  func app(of window: String) -> Int { contents.withLock { $0.apps[window] ?? 0 } }

  /// The app of a window has ended: what it still asks for is refused.
  func leave(window: String) {
    let cuts = contents.withLock { contents in
      contents.apps[window, default: 0] += 1
      return contents.streams.values.filter { $0.window == window }.map(\.cut)
    }
    for cut in cuts { cut.happen() }
  }

  /// Whether what an app of a window asks for goes through.
  func carries(_ app: Int, of window: String) -> Bool {
    contents.withLock { !$0.isCut && $0.apps[window] ?? 0 == app }
  }

  func begin(_ cut: Cut, of window: String) -> Int {
    contents.withLock { contents in
      contents.lastID += 1
      contents.streams[contents.lastID] = (window, cut)
      return contents.lastID
    }
  }

  func end(_ stream: Int) {
    contents.withLock { _ = $0.streams.removeValue(forKey: stream) }
  }
}

/// A moment that may come, for one who waits for it.
final class Cut: Sendable {
  private struct Contents {
    var isOver = false
    var sleeper: CheckedContinuation<Void, Never>?
  }

  private let contents = Mutex(Contents())

  func happen() {
    let sleeper = contents.withLock { contents in
      contents.isOver = true
      defer { contents.sleeper = nil }
      return contents.sleeper
    }
    sleeper?.resume()
  }

  /// Returns when it comes, or when the task is cancelled.
  func wait() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { sleeper in
        let isOver = contents.withLock { contents in
          if !contents.isOver { contents.sleeper = sleeper }
          return contents.isOver
        }
        if isOver { sleeper.resume() }
      }
    } onCancel: {
      happen()
    }
  }
}
