import Contract
import Server
import Synchronization

/// Requests that are in hand, of each address some at once; its others wait.
///
/// In a queue for threads addresses take turns, but what carries requests there and answers back
/// takes what came first: so there must not be hundreds of one address.
final class Admission: Sendable {
  /// Of one address: enough to give work to all threads while answers are carried back.
  private static let most = 2 * ServerThreads.readers
  /// More would not get their turn in time.
  private static let mostWaiting = 1024

  private struct Place {
    var inHand = 0
    var waiting: [CheckedContinuation<Bool, Never>] = []
  }

  private let places = Mutex<[ClientAddress: Place]>([:])

  /// Waits until one more of the address may be in hand; who comes without an address never waits.
  ///
  /// - Returns: `false` when too many wait; else `leave` has to follow.
  func enter(_ address: ClientAddress?) async -> Bool {
    guard let address else { return true }
    return await withCheckedContinuation { continuation in
      let isIn = places.withLock { places -> Bool? in
        let count = places[address]?.inHand ?? 0
        guard count >= Admission.most else {
          places[address, default: Place()].inHand += 1
          return true
        }
        guard places[address]?.waiting.count ?? 0 < Admission.mostWaiting else { return false }
        places[address]?.waiting.append(continuation)
        return nil
      }
      if let isIn { continuation.resume(returning: isIn) }
    }
  }

  func leave(_ address: ClientAddress?) {
    guard let address else { return }
    let next = places.withLock { places -> CheckedContinuation<Bool, Never>? in
      if places[address]?.waiting.isEmpty == false {
        return places[address]?.waiting.removeFirst()
      }
      places[address]?.inHand -= 1
      if places[address]?.inHand == 0 { places[address] = nil }
      return nil
    }
    next?.resume(returning: true)
  }
}
