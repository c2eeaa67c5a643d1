import Synchronization

/// Lets a few through at a time; the others wait for their turn, in order, without a thread.
public final class Turnstile: Sendable {
  private struct Contents {
    var free: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let contents: Mutex<Contents>

  public init(places: Int) {
    contents = Mutex(Contents(free: places))
  }

  public func enter() async {
    await withCheckedContinuation { continuation in
      let isFree = contents.withLock { contents in
        if contents.free > 0 {
          contents.free -= 1
          return true
        }
        contents.waiting.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
  }

  public func leave() {
    let next = contents.withLock { contents -> CheckedContinuation<Void, Never>? in
      guard !contents.waiting.isEmpty else {
        contents.free += 1
        return nil
      }
      return contents.waiting.removeFirst()
    }
    next?.resume()
  }
}
