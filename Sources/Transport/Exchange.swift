import Contract
import Synchronization

/// One request on its way to libcurl's thread; only the flag changes.
final class Exchange: Sendable {
  let address: ServerAddress
  let request: Request
  let limits: TransferLimits
  /// Gets a good answer's body in place of the answer.
  let receive: (@Sendable ([UInt8]) -> Void)?
  /// Hears how many bytes of the body have gone out.
  let sent: (@Sendable (Int) -> Void)?
  private let flag = Atomic(false)

  init(
    address: ServerAddress, request: Request, limits: TransferLimits,
    receive: (@Sendable ([UInt8]) -> Void)? = nil, sent: (@Sendable (Int) -> Void)? = nil
  ) {
    self.address = address
    self.request = request
    self.limits = limits
    self.receive = receive
    self.sent = sent
  }

  /// Set by the task, read by the callbacks, so that a cancelled transfer stops at its next byte.
  var isCancelled: Bool { flag.load(ordering: .relaxed) }

  func cancel() {
    flag.store(true, ordering: .relaxed)
  }
}
