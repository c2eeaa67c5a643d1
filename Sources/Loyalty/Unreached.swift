/// Why no server was reached, or something else answered in its place.
public enum Unreached: Hashable, Sendable {
  /// Nothing listens there.
  case refused
  /// No address for the name.
  case unresolvable
  /// No way to the address.
  case unreachable
  case timedOut
  /// The connection ended before an answer began.
  case dropped
  case certificate(CertificateFault)
  /// What listens there does not speak TLS.
  case notTLS
  /// The two sides do not agree on a way to speak TLS.
  case handshake
  /// What listens there speaks TLS only.
  case needsTLS
  /// The file or folder of authorities to trust, as the environment names it, cannot be used.
  case authorities
  /// A page for people, such as the login of a network.
  case otherPage
  /// The answer sends on to another place; nothing follows it there.
  case redirected(to: String)
  case proxyPassword
  case proxyUnreachable
  /// The proxy does not let us through; the status of its answer.
  case proxyRefused(status: Int)
  /// What is wrong with the certificate of a proxy that is spoken to by TLS.
  case proxyCertificate(CertificateFault)
  /// The proxy is to be spoken to by TLS, and does not speak it.
  case proxyNotTLS
  /// The proxy and this machine do not agree on a way to speak TLS.
  case proxyHandshake
  /// What listens there speaks something else than HTTP.
  case notHTTP
  /// An answer that no server of ours gives.
  case foreign
  /// The network wants somebody to sign in first (RFC 6585, status 511).
  case networkLogin
  /// An error that says nothing but its status.
  case status(Int)
  /// The server wants to be left alone for so many seconds (status 429).
  case busy(seconds: Int? = nil)
  /// The server, or what stands before it, says that it cannot answer now (status 503, with a
  /// problem of ours or without): in its own words, and after how many seconds it can.
  case unavailable(words: String? = nil, seconds: Int? = nil)

  /// Whether to try again later may help, with nothing done about it.
  public var isPassing: Bool {
    switch self {
    case .refused, .unresolvable, .unreachable, .timedOut, .dropped, .unavailable, .busy: true
    case .status(let status): status >= 500 || status == 408
    case .certificate, .notTLS, .handshake, .needsTLS, .authorities, .otherPage, .redirected,
      .proxyPassword, .proxyUnreachable, .proxyRefused, .proxyCertificate, .proxyNotTLS,
      .proxyHandshake, .notHTTP, .foreign, .networkLogin:
      false
    }
  }

  /// Whether nothing answers, so that there is no more to say of it than that.
  public var isSilence: Bool {
    switch self {
    case .refused, .unresolvable, .unreachable, .timedOut, .dropped: true
    case .unavailable, .busy, .status, .certificate, .notTLS, .handshake, .needsTLS, .authorities,
      .otherPage, .redirected, .proxyPassword, .proxyUnreachable, .proxyRefused,
      .proxyCertificate, .proxyNotTLS, .proxyHandshake, .notHTTP, .foreign, .networkLogin:
      false
    }
  }

  /// Whether it is the server itself that has answered, with an error.
  public var isAnswer: Bool {
    if case .status = self { return true }
    if case .busy = self { return true }
    return false
  }

  /// Whether the server has said that it did not do what it was asked for.
  public var isRefusal: Bool {
    if case .busy = self { return true }
    if case .unavailable(let words, let seconds) = self { return words != nil || seconds != nil }
    return false
  }

  /// Seconds after which the server wants to be asked again, if it has said so.
  public var seconds: Int? {
    get {
      if case .busy(let seconds) = self { return seconds }
      if case .unavailable(_, let seconds) = self { return seconds }
      return nil
    }
    set {
      if case .busy = self { self = .busy(seconds: newValue) }
      if case .unavailable(let words, _) = self {
        self = .unavailable(words: words, seconds: newValue)
      }
    }
  }

  /// For the log.
  public var name: String {
    switch self {
    case .refused: "refused"
    case .unresolvable: "unresolvable"
    case .unreachable: "unreachable"
    case .timedOut: "timed_out"
    case .dropped: "dropped"
    case .certificate(let fault): "certificate \(fault.name)"
    case .notTLS: "not_tls"
    case .handshake: "tls_handshake"
    case .needsTLS: "needs_tls"
    case .authorities: "authorities"
    case .otherPage: "other_page"
    case .redirected(let host): "redirected to \(host)"
    case .proxyPassword: "proxy_password"
    case .proxyUnreachable: "proxy_unreachable"
    case .proxyRefused(let status): "proxy_refused \(status)"
    case .proxyCertificate(let fault): "proxy_certificate \(fault.name)"
    case .proxyNotTLS: "proxy_not_tls"
    case .proxyHandshake: "proxy_tls_handshake"
    case .notHTTP: "not_http"
    case .foreign: "not_loyalhub"
    case .networkLogin: "network_login"
    case .status(let status): "status \(status)"
    case .busy: "busy"
    case .unavailable: "unavailable"
    }
  }
}

/// What is wrong with the certificate of a server.
public enum CertificateFault: Hashable, Sendable {
  case expired
  case notYetValid
  /// It is for servers of these names, as it says itself.
  case otherHost(names: String?)
  /// No authority that this machine knows vouches for it.
  case unknownIssuer
  case other

  var name: String {
    switch self {
    case .expired: "expired"
    case .notYetValid: "not_yet_valid"
    case .otherHost(let names): "for \(names ?? "another host")"
    case .unknownIssuer: "unknown_issuer"
    case .other: "other"
    }
  }
}
