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
  /// The server, or what stands before it, says that it cannot answer now; in its own words.
  case unavailable(words: String?)

  /// Whether to try again later may help, with nothing done about it.
  public var isPassing: Bool {
    switch self {
    case .refused, .unresolvable, .unreachable, .timedOut, .dropped, .unavailable: true
    case .certificate, .notTLS, .handshake, .needsTLS, .authorities, .otherPage, .redirected,
      .proxyPassword, .proxyUnreachable, .proxyRefused:
      false
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
