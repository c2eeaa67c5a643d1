/// What follows on the opening of a stream of events, as bytes ready to be sent.
public struct EventStream: Sendable {
  /// The first bytes: where the stream stands, and what was missed.
  let opening: [UInt8]
  /// Ends when the server wants the client to come back.
  public let chunks: AsyncStream<[UInt8]>
  private let listener: AsyncStream<[UInt8]>.Continuation

  /// Chunks that wait for a client that reads slowly; one that is slower has to come back.
  private static let mostWaiting = 256

  init(opening: [UInt8], onEnd: @escaping @Sendable () -> Void) {
    self.opening = opening
    (chunks, listener) = AsyncStream.makeStream(
      of: [UInt8].self, bufferingPolicy: .bufferingOldest(EventStream.mostWaiting))
    listener.onTermination = { _ in onEnd() }
  }

  /// - Returns: `false` when the client is too slow, or gone.
  func send(_ chunk: [UInt8]) -> Bool {
    if case .enqueued = listener.yield(chunk) { return true }
    return false
  }

  public func end() {
    listener.finish()
  }
}
