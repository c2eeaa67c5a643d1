public import App
import Synchronization

/// Events that come from other threads, and how many tasks are still to report.
public final class Inbox: Sendable {
  struct Delivery: Sendable {
    /// Empty when a task has ended and nobody has to know what came of it.
    var contents: [Content]
    var endsTask: Bool
    /// The account that it is for, as the runner counts them; `nil` is for whichever is open.
    var epoch: Int?
  }

  enum Content: Sendable {
    case event(Event)
    /// What was read away from the screen, when so many things had been kept or read on its thread.
    case read(Load, Event?, turn: Int)
    /// Another account is ready to be opened.
    case ground(Accounts.Ground)
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
    deliver([.event(event)], endsTask: false, epoch: nil)
  }

  /// Whether nothing is under way and nothing waits to be handled.
  public var isIdle: Bool {
    contents.withLock { $0.tasks == 0 && $0.deliveries.isEmpty }
  }

  /// Whether something waits to be handled.
  var hasDeliveries: Bool { contents.withLock { !$0.deliveries.isEmpty } }

  func deliver(_ contents: [Content], endsTask: Bool, epoch: Int?) {
    self.contents.withLock {
      $0.deliveries.append(Delivery(contents: contents, endsTask: endsTask, epoch: epoch))
    }
    wake()
  }

  func takeAll() -> [Delivery] {
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
