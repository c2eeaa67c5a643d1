import App
import Contract
import Loyalty
import Sync

extension Trouble {
  /// What the app has to know about a failure of the sync engine.
  init(_ failure: SyncFailure) {
    switch failure {
    case .offline(let cause): self = .offline(cause: cause)
    case .problem(let problem):
      self = .refused(
        code: problem.code.rawValue, title: cleaned(problem.title, limit: 200),
        detail: problem.detail.map { cleaned($0, limit: 400) },
        retryAfter: problem.retryAfter)
    case .garbled: self = .garbled
    case .tooLarge: self = .tooLarge
    case .signedOut: self = .signedOut
    case .store(let cause), .unsupported(let cause): self = .local(cause: cause)
    case .cancelled: self = .offline(cause: "cancelled")
    }
  }
}
