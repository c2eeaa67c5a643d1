import Synchronization

/// Tells who listens which sessions have ended, as their streams end with them.
final class EndedSessions: Sendable {
  private let listener = Mutex<(@Sendable (String) -> Void)?>(nil)

  func listen(_ listener: @escaping @Sendable (String) -> Void) {
    self.listener.withLock { $0 = listener }
  }

  func tell(_ session: String) {
    listener.withLock(\.self)?(session)
  }
}
