public import App
import Synchronization

/// Events that come from other threads, and how many tasks are still to report.
public final class Inbox: Sendable {
  struct Delivery: Sendable {
    var event: Event
    var endsTask: Bool
  }

  private struct Contents {
    var deliveries: [Delivery] = []
    var tasks = 0
  }

  private let contents = Mutex(Contents())
  private let wake: @Sendable () -> Void

  /// - Parameter wake: called on any thread when there is something to take.
  public init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  /// Hands over an event; from any thread.
  public func deliver(_ event: Event) {
    deliver(event, endsTask: false)
  }

  /// Whether nothing is under way and nothing waits to be handled.
  public var isIdle: Bool {
    contents.withLock { $0.tasks == 0 && $0.deliveries.isEmpty }
  }

  func deliver(_ event: Event, endsTask: Bool) {
    contents.withLock { $0.deliveries.append(Delivery(event: event, endsTask: endsTask)) }
    wake()
  }

  func take() -> [Delivery] {
    contents.withLock { contents in
      defer { contents.deliveries = [] }
      return contents.deliveries
    }
  }

  func beginTask() {
    contents.withLock { $0.tasks += 1 }
  }

  func endTask() {
    contents.withLock { $0.tasks -= 1 }
  }
}
