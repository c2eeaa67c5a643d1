import Contract
import Synchronization

/// One request on its way to libcurl's thread; only the flag changes.
final class Exchange: Sendable {
  let endpoint: Endpoint
  let request: Request
  let limits: TransferLimits
  private let flag = Atomic(false)

  init(endpoint: Endpoint, request: Request, limits: TransferLimits) {
    self.endpoint = endpoint
    self.request = request
    self.limits = limits
  }

  /// Set by the task, read by the callbacks, so that a cancelled transfer stops at its next byte.
  var isCancelled: Bool { flag.load(ordering: .relaxed) }

  func cancel() {
    flag.store(true, ordering: .relaxed)
  }
}
