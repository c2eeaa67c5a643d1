import CTerminal
import Glibc
import Synchronization

/// Messages from any thread to the event loop.
public final class Mailbox<Message: Sendable>: Sendable {
  let descriptor: Int32
  private let waiting = Mutex<[Message]>([])

  public init() throws(TerminalError) {
    descriptor = ct_wake_open()
    guard descriptor >= 0 else { throw .system(call: "eventfd", code: errno) }
  }

  deinit {
    close(descriptor)
  }

  /// Delivers a message to the loop, in order; may be called on any thread.
  public func post(_ message: Message) {
    let wasEmpty = waiting.withLock { messages in
      messages.append(message)
      return messages.count == 1
    }
    if wasEmpty { ct_wake(descriptor) }
  }

  /// Takes all that has arrived.
  func drain() -> [Message] {
    ct_wake_drain(descriptor)
    return waiting.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
