import App
import Contract
import LocalStore
import Loyalty
import Sync

extension Trouble {
  /// What the app has to know about a failure of the sync engine; the rest is in the log.
  init(_ failure: SyncFailure) {
    failure.note()
    switch failure {
    case .offline(let cause, _): self = .offline(cause.cleaned)
    case .problem(let problem):
      self = .refused(
        code: problem.code.rawValue, title: cleaned(problem.title, limit: 200),
        detail: problem.detail.map { cleaned($0, limit: 400) },
        retryAfter: problem.retryAfter)
    case .garbled: self = .garbled
    case .tooLarge: self = .tooLarge
    case .signedOut: self = .signedOut
    case .store(_, let problem?): self = .storage(problem)
    case .store(let cause, nil), .unsupported(let cause): self = .local(cause: cause)
    case .cancelled: self = .offline(.dropped)
    }
  }
}

extension Trouble {
  /// What the local store refuses, or another file of ours; a line in the log tells of it too.
  init(local error: any Error) {
    Log.shared.write("local: \(error)")
    let problem =
      error as? StorageProblem ?? (error as? LocalStoreError)?.problem
      ?? (error as? AccountError)?.problem
    self = problem.map { Trouble.storage($0) } ?? Trouble.local(cause: "\(error)")
  }
}

extension SyncFailure {
  /// Leaves a line in the log; that somebody left or was logged out is no failure.
  func note() {
    switch self {
    case .cancelled, .signedOut: return
    case .offline, .problem, .garbled, .tooLarge, .store, .unsupported: Log.shared.write(log)
    }
  }
}

extension Unreached {
  /// With words that may be drawn.
  var cleaned: Unreached {
    switch self {
    case .certificate(.otherHost(let names)):
      .certificate(.otherHost(names: names.map { Loyalty.cleaned($0, limit: 120) }))
    case .redirected(let host): .redirected(to: Loyalty.cleaned(host, limit: 100))
    case .proxyCertificate(.otherHost(let names)):
      .proxyCertificate(.otherHost(names: names.map { Loyalty.cleaned($0, limit: 120) }))
    case .unavailable(let words, let seconds):
      .unavailable(words: words.map { Loyalty.cleaned($0, limit: 200) }, seconds: seconds)
    case .refused, .unresolvable, .unreachable, .timedOut, .dropped, .certificate, .notTLS,
      .handshake, .needsTLS, .authorities, .otherPage, .proxyPassword, .proxyUnreachable,
      .proxyRefused, .proxyCertificate, .proxyNotTLS, .proxyHandshake, .notHTTP, .foreign,
      .networkLogin, .status, .busy:
      self
    }
  }
}
