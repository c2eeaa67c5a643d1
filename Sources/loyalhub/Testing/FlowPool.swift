import Client
@preconcurrency import Glibc
import Output
import Synchronization

/// Flows side by side: processes of this program, each of which takes the next flow as soon as it has
/// done with one.
///
/// What one of them dies of ends one flow; another process goes on with the rest.
struct FlowPool {
  enum News {
    case began(Int)
    /// What the process says of a flow, as one line of JSON.
    case ended(Int, [UInt8])
    /// Why a process has gone in the middle of a flow.
    case died(Int, String)
  }

  /// With which a process of ours is to play what it is told.
  let arguments: [String]
  /// How many at once.
  let width: Int

  /// Plays the flows of these numbers, in this order.
  ///
  /// - Parameter hear: is told what happens; `false` begins no further flow.
  func play(_ numbers: some Sequence<Int>, hear: (News) -> Bool) throws {
    var waiting = Array(numbers)[...]
    var workers: [FlowWorker] = []
    defer { for worker in workers { worker.end() } }
    var goesOn = true
    while true {
      while goesOn, workers.count < width, !waiting.isEmpty {
        workers.append(try FlowWorker(arguments))
      }
      for index in workers.indices where goesOn && workers[index].number == nil {
        guard let number = waiting.popFirst() else { break }
        workers[index].begin(number)
        goesOn = hear(.began(number)) && goesOn
      }
      guard workers.contains(where: { $0.number != nil }) else { return }
      wait(for: workers)
      for index in workers.indices.reversed() {
        guard let number = workers[index].number else { continue }
        switch workers[index].read() {
        case .nothing: break
        case .line(let line):
          workers[index].number = nil
          goesOn = hear(.ended(number, line)) && goesOn
        case .gone(let words):
          workers.remove(at: index).forget()
          goesOn = hear(.died(number, words)) && goesOn
        }
      }
    }
  }

  private func wait(for workers: [FlowWorker]) {
    var places = workers.filter { $0.number != nil }
      .map { pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0) }
    _ = poll(&places, nfds_t(places.count), -1)
  }
}

/// A process that plays one flow at a time.
struct FlowWorker {
  enum Said {
    case nothing
    case line([UInt8])
    case gone(String)
  }

  /// All that run, for whoever has to leave at once.
  private static let running = Mutex<[CInt: Child]>([:])

  private let child: Child
  private var said: [UInt8] = []
  /// The flow that it plays.
  var number: Int?

  var output: CInt { child.output }

  init(_ arguments: [String]) throws {
    let child = try Child.spawn(["/proc/self/exe"] + arguments, errors: nil)
    self.child = child
    FlowWorker.running.withLock { $0[child.output] = child }
  }

  mutating func begin(_ number: Int) {
    self.number = number
    let order = Array("\(number)\n".utf8)
    // NB: one that has gone is found by its silence; the handler of SIGPIPE does nothing.
    _ = write(child.input, order, order.count)
  }

  mutating func read() -> Said {
    var state = pollfd(fd: child.output, events: Int16(POLLIN), revents: 0)
    guard poll(&state, 1, 0) == 1 else { return .nothing }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(child.output, &piece, piece.count)
    if count < 0, errno == EINTR { return .nothing }
    guard count > 0 else { return .gone(child.ending()) }
    said += piece.prefix(count)
    guard said.last == UInt8(ascii: "\n") else { return .nothing }
    defer { said = [] }
    return .line(said.dropLast())
  }

  /// It has gone, and was waited for.
  func forget() {
    FlowWorker.running.withLock { $0[child.output] = nil }
    close(child.output)
  }

  /// Ends all that are playing, from any thread.
  static func terminateAll() {
    running.withLock { for child in $0.values { child.terminate() } }
  }

  func end() {
    forget()
    child.finish()
  }
}
