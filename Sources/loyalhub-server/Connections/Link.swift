import Contract
import NIOCore
import Synchronization

/// One connection as all threads see it.
///
/// Its event loop writes what the table of connections looks at.
final class Link: Sendable {
  let channel: any Channel
  /// What it counts for; `nil` when it is never closed for being one of many.
  let address: ClientAddress?
  /// Since when its client keeps it waiting, in the nanoseconds of `NIODeadline`; 0 while it is the
  /// server's turn.
  let waitingSince: Atomic<UInt64>
  /// When it is looked at again, in the same.
  let due: Atomic<UInt64>
  /// Bytes of a body that it holds.
  let held = Atomic<Int>(0)

  init(_ channel: any Channel, _ address: ClientAddress?, due: NIODeadline) {
    self.channel = channel
    self.address = address
    waitingSince = Atomic(NIODeadline.now().uptimeNanoseconds)
    self.due = Atomic(due.uptimeNanoseconds)
  }

  func close() {
    channel.close(mode: .all, promise: nil)
  }
}
