public import Loyalty

/// What stands between the app and the server, and what to do about it.
extension Phrasebook {
  /// For commands, which do not try again.
  public func words(for cause: Unreached) -> String { words(for: cause, again: nil) }

  /// - Parameter again: how the app tries again by itself; that is only said where it may help.
  func words(for cause: Unreached, again: Phrase?) -> String {
    let advice = again.map { self.advice(for: cause, $0) } ?? reason(for: cause)
    return advice.isEmpty ? "\(title(for: cause))." : "\(title(for: cause)). \(advice)"
  }

  /// A few words.
  func title(for cause: Unreached) -> String {
    switch cause {
    case .refused, .unreachable, .timedOut, .dropped: say(.offlineNoData)
    case .unresolvable: say(.unreachedName)
    case .certificate(.expired): say(.certificateExpired)
    case .certificate(.notYetValid): say(.certificateEarly)
    case .certificate(.otherHost(let names)):
      names.map { say(.certificateOther, ["host": $0]) } ?? say(.certificateElsewhere)
    case .certificate(.unknownIssuer), .certificate(.other): say(.certificateUnknown)
    case .notTLS: say(.unreachedNoTLS)
    case .handshake: say(.unreachedHandshake)
    case .needsTLS: say(.unreachedNeedsTLS)
    case .authorities: say(.unreachedAuthorities)
    case .otherPage: say(.unreachedPage)
    case .redirected(let host): say(.unreachedRedirected, ["host": host])
    case .proxyPassword: say(.proxyPassword)
    case .proxyUnreachable: say(.proxyUnreachable)
    case .proxyRefused(let status): say(.proxyRefused, ["status": String(status)])
    case .unavailable: say(.unreachedUnavailable)
    }
  }

  /// What is known beside the title, what to do, and whether waiting helps.
  func advice(for cause: Unreached, _ again: Phrase = .offlineAgain) -> String {
    let reason = reason(for: cause)
    guard cause.isPassing else { return reason }
    return reason.isEmpty ? say(again) : "\(reason) \(say(again))"
  }

  private func reason(for cause: Unreached) -> String {
    switch cause {
    case .refused: say(.unreachedRefused)
    case .unresolvable: say(.unreachedNameHint)
    case .unreachable: say(.unreachedNetwork)
    case .timedOut: say(.unreachedSlow)
    case .dropped: say(.unreachedDropped)
    case .certificate(.expired), .certificate(.notYetValid): say(.certificateDateHint)
    case .certificate(.otherHost): say(.certificateHostHint)
    case .certificate(.unknownIssuer), .certificate(.other): say(.certificateUnknownHint)
    case .notTLS: say(.unreachedNoTLSHint)
    case .handshake: say(.unreachedHandshakeHint)
    case .needsTLS: say(.unreachedNeedsTLSHint)
    case .authorities: say(.unreachedAuthoritiesHint)
    case .otherPage: say(.unreachedPageHint)
    case .redirected: say(.unreachedRedirectedHint)
    case .proxyPassword: say(.proxyPasswordHint)
    case .proxyUnreachable: say(.proxyUnreachableHint)
    case .proxyRefused: say(.proxyRefusedHint)
    case .unavailable(let words): words.map { say(.unreachedQuoted, ["words": $0]) } ?? ""
    }
  }
}
