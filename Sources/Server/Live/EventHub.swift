import Contract
import Loyalty
import Synchronization

/// The open streams of this process.
///
/// What there is to say stands in the database, so that instances say it of each other's writes,
/// and nothing is lost when one of them leaves.
final class EventHub: Sendable {
  private let log: EventLog
  private let onFirst: @Sendable () -> Void
  private let contents: Mutex<Contents>

  private struct Contents {
    var listeners = Listeners()
    var room: StreamRoom
    /// Events up to this one have been said.
    var position: Int64 = 0
  }

  /// - Parameter onFirst: called when somebody listens where nobody did.
  init(
    _ log: EventLog, _ limits: StreamLimits, onFirst: @escaping @Sendable () -> Void = {}
  ) {
    self.log = log
    self.onFirst = onFirst
    contents = Mutex(Contents(room: StreamRoom(limits)))
  }

  var isHeard: Bool { contents.withLock { !$0.listeners.isEmpty } }

  /// - Parameter after: the last event that the client knows; `nil` begins now.
  /// - Returns: `nil` when there are too many.
  func openStream(
    for session: MemberSession?, from address: ClientAddress?, after: Int64?
  ) throws -> EventStream? {
    // The others hear first what this one would else get for a second time.
    try tellNews()
    var displaced: EventStream?
    var isFirst = false
    defer {
      displaced?.end()
      if isFirst { onFirst() }
    }
    return try contents.withLock { contents in
      if contents.listeners.isEmpty { contents.position = try log.last() }
      let last = contents.position
      let missed = try after.map { try log.hints(after: $0, to: last, for: session) }
      let opening = ServerEvent.opening(
        id: last, retryAfter: EventController.retryAfter)
      guard let (id, loser) = contents.room.enter(session?.member, from: address) else {
        return nil
      }
      isFirst = contents.listeners.isEmpty
      if let loser { displaced = contents.listeners.remove(loser) }
      // NB: the missed ones first: a client that is cut off between keeps the older position.
      let stream = EventStream(opening: (missed ?? []) + opening) { [weak self] in
        self?.contents.withLock { contents in
          _ = contents.listeners.remove(id)
          contents.room.leave(id)
        }
      }
      contents.listeners.add(id, Listeners.Listener(session: session, stream: stream))
      return stream
    }
  }

  /// Says what is new.
  func tellNews() throws {
    try endStreams { contents in
      guard !contents.listeners.isEmpty else { return [] }
      let news = try log.news(after: contents.position)
      contents.position = news.last
      return contents.listeners.tell(news.events)
    }
  }

  /// Says that the stream is alive; whose session is over is told to come back.
  func beat(at now: Instant) throws {
    let sessions = contents.withLock { $0.listeners.sessions }
    let open = try log.stillValid(sessions, at: now)
    try endStreams { $0.listeners.streams(of: sessions.subtracting(open)) }
    try endStreams { $0.listeners.tellAll(ServerEvent.heartbeat) }
  }

  func mark(_ number: Int64) throws {
    try endStreams { $0.listeners.tellAll(ServerEvent.mark(number)) }
  }

  /// Whoever signed out hears nothing more.
  func endStreams(ofSession id: String) {
    let over = contents.withLock { contents in
      contents.listeners.streams(of: contents.listeners.sessions.filter { $0.id == id })
    }
    for stream in over { stream.end() }
  }

  /// Ends those who cannot take more, or have to come back for other reasons.
  ///
  /// NB: outside of the lock, as the end of a stream takes the lock.
  private func endStreams(_ over: (inout Contents) throws -> [EventStream]) throws {
    for stream in try contents.withLock({ try over(&$0) }) { stream.end() }
  }
}
