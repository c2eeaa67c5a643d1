public import Contract

/// Requests that wait for a thread: the addresses take turns, however many each of them has sent, so
/// that who asks once does not stand behind who asks a thousand times.
public struct TurnQueue<Job> {
  /// What a request without an address (of a Unix socket) counts as is an address too.
  private var waiting: [ClientAddress?: [Job]] = [:]
  /// Those of `waiting`, the next one first.
  private var turns: [ClientAddress?] = []
  public private(set) var count = 0
  /// More would not get their turn in time.
  private let most: Int

  public init(most: Int) {
    self.most = most
  }

  public enum Outcome {
    case taken
    /// In the place of a job that is not done.
    case takenInstead(of: Job)
    case refused
  }

  /// Takes a job; where there is no room, the address with the most loses its last one.
  public mutating func add(_ job: Job, for address: ClientAddress?) -> Outcome {
    var loser: Job?
    if count >= most {
      let mine = waiting[address]?.count ?? 0
      guard let other = waiting.max(by: { $0.value.count < $1.value.count }),
        other.value.count > mine + 1
      else { return .refused }
      // One is left at least, so its turn comes still.
      loser = waiting[other.key]?.removeLast()
      count -= 1
    }
    if waiting[address] == nil { turns.append(address) }
    waiting[address, default: []].append(job)
    count += 1
    return loser.map(Outcome.takenInstead) ?? .taken
  }

  /// The next job, `nil` when none waits.
  public mutating func next() -> Job? {
    guard !turns.isEmpty else { return nil }
    let address = turns.removeFirst()
    let job = waiting[address]?.removeFirst()
    if waiting[address]?.isEmpty ?? true {
      waiting[address] = nil
    } else {
      turns.append(address)
    }
    count -= 1
    return job
  }
}

extension TurnQueue.Outcome: Sendable where Job: Sendable {}
