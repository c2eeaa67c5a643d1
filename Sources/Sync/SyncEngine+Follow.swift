import Contract
import HTTPTypes
public import Loyalty
import Synchronization

extension SyncEngine {
  /// Listens to what changes on the server, from where the last pull stood.
  ///
  /// A stream that is cut is taken up again where it ended (`Last-Event-ID`), after a pause that
  /// grows while streams are short. Returns when the server has no events.
  ///
  /// - Parameter onNews: called on any thread when there is something to pull.
  /// - Throws: why the server cannot be listened to any more; another pull will tell the same.
  public func follow(
    language: Language, onNews: @escaping @Sendable () -> Void
  ) async throws(SyncFailure) {
    while true {
      let begin = environment.machine()
      let stream = Following(
        lastID: followed.withLock(\.lastID), witness: environment.witness, onNews: onNews)
      environment.witness?.streamChanged(to: .connecting)
      let ending = await listen(stream, language)
      if Task.isCancelled || ending.isForGood {
        environment.witness?.streamChanged(to: .closed)
        guard Task.isCancelled else { return }
        throw .cancelled
      }
      environment.witness?.streamChanged(to: .connecting)
      let seconds = environment.machine().seconds(since: begin)
      followed.withLock { $0.end(stream, after: seconds) }
      let share = 0.5 + environment.random()
      let pause = Int(Double(followed.withLock(\.pause)) * share)
      let wish = min(ending.failure?.seconds ?? 0, Following.longestWait) * 1000
      await environment.rest(.milliseconds(max(pause, wish)))
      guard Task.isCancelled || ending.failure != nil && !stream.hasBegun else { continue }
      environment.witness?.streamChanged(to: .closed)
      throw Task.isCancelled ? .cancelled : ending.failure ?? .cancelled
    }
  }

  /// One stream, until it ends or is silent for too long.
  private func listen(_ stream: Following, _ language: Language) async -> Following.Ending {
    let call = Call(route: .events, language: language, lastEventID: stream.lastID)
    return await withTaskGroup(of: Following.Ending.self) { group in
      group.addTask { await self.connect(call, stream) }
      group.addTask { await self.waitForSilence(stream) }
      let first = await group.next() ?? .silent
      group.cancelAll()
      return first
    }
  }

  private func connect(_ call: Call, _ stream: Following) async -> Following.Ending {
    do throws(SyncFailure) {
      let response = try await client.stream(call) { stream.receive($0) }
      if [404, 405, 501].contains(response.status.code) { return .unknown }
      if response.status.kind == .successful { return response.isEventStream ? .ended : .unknown }
      try response.checkSuccess()
      return .unknown
    } catch {
      return .failed(error)
    }
  }

  private func waitForSilence(_ stream: Following) async -> Following.Ending {
    var heard = -1
    while !Task.isCancelled, heard != stream.count {
      heard = stream.count
      await environment.wait(Following.patience)
    }
    return .silent
  }

}

/// What is known of the stream of events between two listenings.
struct Followed: Sendable {
  /// Where it stands, by what the server has said last.
  var lastID: String?
  /// Streams in a row that were hardly worth the asking.
  private var shortStreams = 0
  /// Milliseconds that the server wants to be left alone.
  private var retry = 1000

  /// Milliseconds before the next one: what the server wishes for, doubled for each stream that was
  /// short, at most a minute.
  var pause: Int { min(retry << max(0, shortStreams - 1), 60_000) }

  mutating func end(_ stream: Following, after seconds: Int64) {
    lastID = stream.lastID ?? lastID
    if let wish = stream.retry { retry = min(max(wish, 100), 60_000) }
    let isShort = !stream.hasBegun || seconds < Following.shortStream
    shortStreams = isShort ? min(shortStreams + 1, 10) : 0
  }
}

/// A stream of events that is being listened to.
final class Following: Sendable {
  /// Without a byte for so long the stream is dead, whatever TCP says; heartbeats come every 20 s
  /// at the latest.
  static let patience = Duration.seconds(45)
  /// Seconds that a server which wants to be left alone is waited for at most.
  static let longestWait = 3600
  /// Seconds below which a stream is a short one.
  static let shortStream: Int64 = 5

  enum Ending: Sendable {
    case ended
    case silent
    /// The server has no events.
    case unknown
    case failed(SyncFailure)

    var failure: SyncFailure? {
      if case .failed(let failure) = self { failure } else { nil }
    }

    /// Whether another stream is not asked for.
    var isForGood: Bool {
      if case .unknown = self { true } else { false }
    }
  }

  private struct Contents {
    var reader: EventReader
    var count = 0
  }

  private let contents: Mutex<Contents>
  private let witness: (any StreamWitness)?
  private let onNews: @Sendable () -> Void

  init(
    lastID: String?, witness: (any StreamWitness)? = nil, onNews: @escaping @Sendable () -> Void
  ) {
    contents = Mutex(Contents(reader: EventReader(lastID: lastID)))
    self.witness = witness
    self.onNews = onNews
  }

  /// Where the stream stands.
  var lastID: String? { contents.withLock(\.reader.lastID) }
  /// Milliseconds that the server wants a client to wait.
  var retry: Int? { contents.withLock(\.reader.retry) }
  /// Pieces that have come.
  var count: Int { contents.withLock(\.count) }
  var hasBegun: Bool { count > 0 }

  /// However many events a piece brings, there is one thing to do about them.
  func receive(_ bytes: [UInt8]) {
    let (isFirst, hasNews, mark) = contents.withLock { contents in
      contents.count += 1
      let before = contents.reader.mark
      let hasNews = !contents.reader.read(bytes).isEmpty || contents.reader.isOverlong
      let mark = contents.reader.mark
      return (contents.count == 1, hasNews, mark == before ? nil : mark)
    }
    if isFirst { witness?.streamChanged(to: .open) }
    if hasNews { onNews() }
    if let mark { witness?.streamReached(mark: mark) }
  }
}
