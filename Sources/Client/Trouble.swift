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
    case .store(_, nil): self = .local(.other)
    case .unsupported: self = .local(.library)
    case .cancelled: self = .offline(.dropped)
    }
  }

  /// The same of a failure on this machine.
  init(local error: any Error) {
    if let failure = error as? SyncFailure {
      self.init(failure)
      return
    }
    let words = (error as? LocalStoreError)?.logged ?? "\(error)"
    Log.shared.write("failed on this machine: \(words)")
    switch error {
    case let error as LocalStoreError: self = .storage(error.told)
    case let problem as StorageProblem: self = .storage(problem)
    case let error as AccountError:
      self = error.problem.map { Trouble.storage($0) } ?? .local(.other)
    case is WireError: self = .local(.unreadable)
    default: self = .local(.other)
    }
  }
}

extension SyncFailure {
  /// Leaves a line in the log; that somebody left or was logged out is no failure.
  ///
  /// - Parameter what: what was asked for, where the line is to name it.
  func note(of what: String? = nil) {
    switch self {
    case .cancelled, .signedOut: return
    case .offline, .problem, .garbled, .tooLarge, .store, .unsupported:
      Log.shared.write(what.map { "\($0): \(log)" } ?? log)
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
