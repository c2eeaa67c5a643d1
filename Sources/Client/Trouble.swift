import App
import Contract
import Sync

extension Trouble {
  /// What the app has to know about a failure of the sync engine.
  init(_ failure: SyncFailure) {
    switch failure {
    case .offline(let cause): self = .offline(cause: cause)
    case .problem(let problem):
      self = .refused(
        code: problem.code.rawValue, title: problem.title, detail: problem.detail,
        retryAfter: problem.retryAfter)
    case .garbled: self = .garbled
    case .tooLarge: self = .tooLarge
    case .signedOut: self = .signedOut
    case .store(let cause), .unsupported(let cause): self = .local(cause: cause)
    case .cancelled: self = .offline(cause: "cancelled")
    }
  }
}
