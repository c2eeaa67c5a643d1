import Loyalty
import Sync
import Synchronization

/// The time of a flow: nobody waits for it.
///
/// What is under way is waited for as long as it takes, and so are news that the servers have; then
/// the clocks of the app and of its servers go on at once to the next moment at which anything is to
/// happen. What is seen does not depend on how fast the machine is.
public final class VirtualTime: Sendable {
  private let servers: DemoServers
  private let contents = Mutex(Contents())
  /// Rung when a stream has moved or somebody's rest is over.
  private let wake = Mutex<[@Sendable () -> Void]>([])

  private struct Contents {
    var lastMark: Int64 = 0
    var streams: [Int: (state: StreamState, mark: Int64)] = [:]
    var lastStream = 0
    var resting: [Int: Resting] = [:]
    var lastResting = 0

    /// - Returns: who has rested.
    mutating func endRest(_ number: Int) -> CheckedContinuation<Void, Never>? {
      guard let rest = resting.removeValue(forKey: number) else { return nil }
      streams[rest.stream] = (.connecting, 0)
      return rest.task
    }
  }

  private struct Resting {
    var end: Int64
    var stream: Int
    var task: CheckedContinuation<Void, Never>
  }

  public init(_ servers: DemoServers) {
    self.servers = servers
  }

  /// Has `ring` called when there may be news, on any thread.
  func onChange(_ ring: @escaping @Sendable () -> Void) {
    wake.withLock { $0.append(ring) }
  }

  // MARK: Streams of events

  /// A stream that is to be waited for; its end of it is told by whoever listens.
  func newStream() -> Stream {
    Stream(
      time: self,
      number: contents.withLock { contents in
        contents.lastStream += 1
        return contents.lastStream
      })
  }

  struct Stream: StreamWitness {
    fileprivate let time: VirtualTime
    fileprivate let number: Int

    func streamChanged(to state: StreamState) {
      time.contents.withLock { contents in
        // One that is open knows all that was new when it was opened.
        let mark = state == .open ? contents.lastMark : 0
        contents.streams[number] = state == .closed ? nil : (state, mark)
      }
      time.ring()
    }

    func streamReached(mark: Int64) {
      time.contents.withLock { $0.streams[number]?.mark = mark }
      time.ring()
    }
  }

  /// Asks the servers to say what is new.
  ///
  /// - Returns: the mark that stands behind it.
  func mark() throws(DemoServer.Failure) -> Int64 {
    let mark = contents.withLock { contents in
      contents.lastMark += 1
      return contents.lastMark
    }
    try servers.mark(mark)
    return mark
  }

  /// Whether all that was new before a mark has been heard.
  func hasHeard(_ mark: Int64) -> Bool {
    contents.withLock { contents in
      contents.streams.values.allSatisfy { $0.state == .open && $0.mark >= mark }
    }
  }

  // MARK: Passing

  /// Returns after so much of this time, or sooner when the task is cancelled.
  ///
  /// The stream is not waited for while it rests, and is again from the moment on at which it has
  /// rested, however late its task goes on.
  func rest(_ duration: Duration, of stream: Stream) async {
    let end = servers.clock.machine.rawValue + duration.milliseconds
    let number = contents.withLock { contents in
      contents.lastResting += 1
      return contents.lastResting
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { task in
        let isOver = Task.isCancelled
        if !isOver {
          contents.withLock { contents in
            contents.resting[number] = Resting(end: end, stream: stream.number, task: task)
            contents.streams[stream.number] = nil
          }
          ring()
        }
        if isOver || Task.isCancelled { wake(number) }
        if isOver { task.resume() }
      }
    } onCancel: {
      wake(number)
    }
  }

  private func wake(_ number: Int) {
    contents.withLock { $0.endRest(number) }?.resume()
  }

  /// Milliseconds until the first rest is over; `nil` where nobody rests.
  var untilRested: Int64? {
    contents.withLock { $0.resting.values.map(\.end).min() }
      .map { max(0, $0 - servers.clock.machine.rawValue) }
  }

  /// Lets time pass for all, and ends the rests that are over then.
  func pass(_ duration: Duration) throws(DemoServer.Failure) {
    try servers.pass(milliseconds: max(1, duration.milliseconds))
    let now = servers.clock.machine.rawValue
    let over = contents.withLock { contents in
      let over = contents.resting.filter { $0.value.end <= now }
      return over.keys.compactMap { contents.endRest($0) }
    }
    for task in over { task.resume() }
  }

  /// There may be something for whoever waits; from any thread.
  func ring() {
    for ring in wake.withLock(\.self) { ring() }
  }
}

extension Duration {
  /// Rounded up.
  fileprivate var milliseconds: Int64 {
    components.seconds * 1000 + (components.attoseconds + 999_999_999_999_999)
      / 1_000_000_000_000_000
  }
}
