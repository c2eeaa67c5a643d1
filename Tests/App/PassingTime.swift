import Loyalty
import Testing

@testable import App

extension State {
  /// Lets time pass as the shell does: the state is woken at each moment that it has named, and at no
  /// other, so that what nobody wakes it for does not happen, nor show.
  ///
  /// - Parameter end: the deadlines up to it, itself included, come.
  /// - Returns: what was asked for on the way.
  mutating func pass(until end: Instant) -> [Effect] {
    var effects: [Effect] = []
    while let next = nextDeadline, next <= end {
      effects += update(&self, .deadline, at: max(next, now))
      // Else the program would turn round and round without a rest.
      guard nextDeadline.map({ $0 > next }) ?? true else {
        Issue.record("woken at \(next), and wants to be woken then again")
        return effects
      }
    }
    return effects
  }
}
