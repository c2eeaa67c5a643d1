import Contract
import Loyalty
import SQLite
import Synchronization

/// The open streams of this process.
///
/// What there is to say stands in the database, so that instances say it of each other's writes,
/// and nothing is lost when one of them leaves.
final class EventHub: Sendable {
  private let store: ServerStore
  private let contents = Mutex(Contents())

  /// Streams of all, and of one member; one more ends that member's oldest.
  static let mostStreams = 400
  static let mostOfMember = 8

  private struct Contents {
    var listeners: [Int: Listener] = [:]
    var lastID = 0
    /// Events up to this one have been said.
    var position: Int64 = 0
    var isClosed = false
  }

  private struct Listener {
    var session: Session?
    var stream: EventStream
  }

  init(_ store: ServerStore) {
    self.store = store
  }

  /// - Parameter after: the last event that the client knows; `nil` begins now.
  /// - Returns: `nil` when there are too many.
  func open(for session: Session?, after: Int64?) throws -> EventStream? {
    // The others hear first what this one would else get for a second time.
    try tell()
    var displaced: EventStream?
    defer { displaced?.end() }
    return try contents.withLock { contents in
      guard !contents.isClosed, contents.listeners.count < EventHub.mostStreams else { return nil }
      if contents.listeners.isEmpty { contents.position = try store.lastEvent() }
      let last = contents.position
      let missed = try after.map { try store.hints(after: $0, to: last, for: session) }
      let opening = ServerEvent.opening(
        id: last, retryAfter: EventController.retryAfter)
      contents.lastID += 1
      let id = contents.lastID
      // NB: the missed ones first: a client that is cut off between keeps the older position.
      let stream = EventStream(opening: (missed ?? []) + opening) { [weak self] in
        self?.contents.withLock { $0.listeners[id] = nil }
      }
      if let member = session?.member {
        let others = contents.listeners.filter { $0.value.session?.member == member }
        if others.count >= EventHub.mostOfMember, let oldest = others.keys.min() {
          displaced = contents.listeners.removeValue(forKey: oldest)?.stream
        }
      }
      contents.listeners[id] = Listener(session: session, stream: stream)
      return stream
    }
  }

  /// Says what is new.
  func tell() throws {
    try forEach { contents in
      guard !contents.listeners.isEmpty else { return [:] }
      let last = try store.lastEvent()
      guard last != contents.position else { return [:] }
      let events = try store.events(after: contents.position, to: last)
      contents.position = last
      return contents.listeners.mapValues { listener in
        events.filter { $0.member == nil || $0.member == listener.session?.member }
          .flatMap(\.encoded)
      }
    }
  }

  /// Says that the stream is alive; whose session is over is told to come back.
  func beat(at now: Instant) throws {
    let over = try contents.withLock { contents in
      try contents.listeners.values.filter { listener in
        try listener.session.map { try !store.isOpen($0, at: now) } ?? false
      }.map(\.stream)
    }
    for stream in over { stream.end() }
    try forEach { $0.listeners.mapValues { _ in ServerEvent.heartbeat } }
  }

  func close() {
    let streams = contents.withLock { contents in
      contents.isClosed = true
      return contents.listeners.values.map(\.stream)
    }
    for stream in streams { stream.end() }
  }

  /// Sends each listener its bytes; who cannot take them comes back for them.
  ///
  /// NB: a stream ends outside of the lock, as its end takes the lock.
  private func forEach(_ bytes: (inout Contents) throws -> [Int: [UInt8]]) throws {
    let slow = try contents.withLock { contents in
      try bytes(&contents).compactMap { id, chunk -> EventStream? in
        guard !chunk.isEmpty, let stream = contents.listeners[id]?.stream else { return nil }
        return stream.send(chunk) ? nil : stream
      }
    }
    for stream in slow { stream.end() }
  }
}
