public import Loyalty

/// What stands between the app and the server, and what to do about it.
extension Phrasebook {
  /// For commands, which do not try again.
  public func words(for cause: Unreached) -> String { words(for: cause, again: .never) }

  func words(for cause: Unreached, again: Again) -> String {
    let advice = advice(for: cause, again: again)
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
    case .proxyCertificate(.expired): say(.proxyCertificateExpired)
    case .proxyCertificate(.notYetValid): say(.proxyCertificateEarly)
    case .proxyCertificate(.otherHost(let names)):
      names.map { say(.proxyCertificateOther, ["host": $0]) } ?? say(.proxyCertificateElsewhere)
    case .proxyCertificate(.unknownIssuer), .proxyCertificate(.other):
      say(.proxyCertificateUnknown)
    case .proxyNotTLS: say(.proxyNotTLS)
    case .proxyHandshake: say(.proxyHandshake)
    case .notHTTP, .foreign: say(.unreachedForeign)
    case .networkLogin: say(.networkLogin)
    case .status(let status): say(.unreachedStatus, ["status": String(status)])
    case .busy: say(.unreachedBusy)
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

  /// At most 24 columns.
  func shortTitle(for cause: Unreached) -> String {
    switch cause {
    case .refused, .unresolvable, .unreachable, .timedOut, .dropped: say(.offline)
    case .certificate: say(.certificateShort)
    case .notTLS, .handshake: say(.unreachedInsecureShort)
    case .needsTLS: say(.unreachedNeedsTLSShort)
    case .authorities: say(.unreachedAuthoritiesShort)
    case .otherPage: say(.unreachedPageShort)
    case .networkLogin: say(.networkLoginShort)
    case .redirected: say(.unreachedRedirectedShort)
    case .proxyPassword, .proxyUnreachable, .proxyRefused, .proxyCertificate, .proxyNotTLS,
      .proxyHandshake:
      say(.proxyShort)
    case .foreign, .notHTTP: say(.unreachedForeignShort)
    case .status(let status): say(.unreachedStatusShort, ["status": String(status)])
    case .busy: say(.unreachedBusyShort)
    case .unavailable: say(.unreachedUnavailableShort)
    }
  }

  /// What is known beside the title, what to do, and whether waiting helps.
  func advice(for cause: Unreached, again: Again = .byKey) -> String {
    let sentences = [reason(for: cause), cause.isPassing ? hope(for: cause, again) : ""]
    return sentences.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// When it is tried again, by whom.
  private func hope(for cause: Unreached, _ again: Again) -> String {
    guard let seconds = cause.seconds else {
      return switch again {
      case .byKey: say(keyed: .offlineAgain)
      case .byItself: say(.offlineWait)
      case .never: ""
      }
    }
    let values = ["time": duration(seconds: Int64(seconds))]
    return switch again {
    case .byKey: say(keyed: .offlineAgainIn, values)
    case .byItself: say(.offlineWaitFor, values)
    case .never: say(.waitFor, values)
    }
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
    case .proxyCertificate(.expired), .proxyCertificate(.notYetValid):
      say(.proxyCertificateDateHint)
    case .proxyCertificate(.otherHost): say(.proxyCertificateHostHint)
    case .proxyCertificate(.unknownIssuer), .proxyCertificate(.other):
      say(.proxyCertificateUnknownHint)
    case .proxyNotTLS: say(.proxyNotTLSHint)
    case .proxyHandshake: say(.proxyRefusedHint)
    case .notHTTP: say(.unreachedNotHTTPHint)
    case .foreign: say(.unreachedForeignHint)
    case .networkLogin: say(.networkLoginHint)
    case .status(451): say(.unreachedLegalHint)
    case .status(401), .status(403): say(.unreachedForbiddenHint)
    case .status(let status):
      status >= 500 ? say(.unreachedErrorHint) : say(.unreachedStatusHint)
    case .busy: say(.unreachedBusyHint)
    case .unavailable(let words, _):
      words.map { words in
        // The sentence around it has a full stop.
        say(.unreachedQuoted, ["words": words.hasSuffix(".") ? String(words.dropLast()) : words])
      } ?? say(.unreachedMaintenance)
    }
  }
}
