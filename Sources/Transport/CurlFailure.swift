import CCurl
import Glibc
import Loyalty

/// What libcurl tells of a transfer that failed.
struct CurlFailure {
  var code: CURLcode
  /// `errno` of the last attempt to connect.
  var systemError: Int32 = 0
  /// Whether the head of an answer had come.
  var hasHead = false
  /// OpenSSL's verdict on the certificate (`X509_V_ERR_…`); 0 is none.
  var verification = 0
  /// The same on a proxy's.
  var proxyVerification = 0
  /// Whom the certificate names.
  var names: String?
  /// The status of what a proxy answered to CONNECT; 0 is none.
  var connectStatus = 0
  /// The server's host.
  var host = ""
  var hasProxy = false
  /// Whether the proxy is spoken to by TLS.
  var hasSecureProxy = false
  /// Bytes.
  var limit = 0
  /// libcurl's words.
  var text = ""

  /// What it means here.
  var error: TransportError {
    TransportError(kind, log: "\(text) (curl \(code.rawValue), errno \(systemError))")
  }

  private var kind: TransportError.Kind {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: .offline(.unresolvable)
    case CURLE_COULDNT_RESOLVE_PROXY: .offline(.proxyUnreachable)
    case CURLE_COULDNT_CONNECT, CURLE_PROXY: .offline(unconnected)
    case CURLE_OPERATION_TIMEDOUT: .offline(.timedOut)
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_INVALIDCERTSTATUS:
      .offline(isAtProxy ? .proxyCertificate(fault) : .certificate(fault))
    case CURLE_SSL_CACERT_BADFILE: .offline(.authorities)
    case CURLE_SSL_CONNECT_ERROR: .offline(handshake)
    case CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_USE_SSL_FAILED,
      CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_SHUTDOWN_FAILED:
      .offline(isAtProxy ? .proxyHandshake : .handshake)
    case CURLE_FILESIZE_EXCEEDED: .tooLarge(limit: limit)
    case CURLE_PARTIAL_FILE: .truncated
    case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
      hasHead ? .truncated : .offline(unanswered)
    // What it takes for HTTP/0.9 is another service's banner, or TLS's protest against plain HTTP.
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: .offline(.notHTTP)
    case CURLE_BAD_CONTENT_ENCODING, CURLE_WRITE_ERROR: .garbled
    case CURLE_URL_MALFORMAT: .invalidRequest
    default: .unsupported
    }
  }

  private var unconnected: Unreached {
    // libcurl names whom it could not connect to: the server, or else the proxy.
    if code == CURLE_PROXY || (hasProxy && !text.contains(" \(host) ")) {
      return .proxyUnreachable
    }
    // ENOENT: a Unix socket that is not there, so nobody listens.
    return [ECONNREFUSED, ENOENT].contains(systemError) ? .refused : .unreachable
  }

  private var unanswered: Unreached {
    switch connectStatus {
    case 407: .proxyPassword
    case 0, 200..<300: .dropped
    default: .proxyRefused(status: connectStatus)
    }
  }

  private var handshake: Unreached {
    // OpenSSL reads the first bytes of an answer in plain HTTP as the version of TLS.
    let plain = ["wrong version number", "packet length too long", "record layer failure"]
    let isPlain = plain.contains { text.contains($0) }
    if isAtProxy { return isPlain ? .proxyNotTLS : .proxyHandshake }
    return isPlain ? .notTLS : .handshake
  }

  /// Whether it was with the proxy that TLS failed: the server's own begins after the proxy has let
  /// us through.
  private var isAtProxy: Bool { hasSecureProxy && !(200..<300).contains(connectStatus) }

  /// By OpenSSL's numbers; another library of TLS has only words.
  private var fault: CertificateFault {
    switch isAtProxy ? proxyVerification : verification {
    case 9: return .notYetValid
    case 10: return .expired
    case 2, 18, 19, 20, 21, 24, 27: return .unknownIssuer
    case 62, 64: return .otherHost(names: names)
    default: break
    }
    let words = text.lowercased()
    if words.contains("not yet valid") || words.contains("not activated") { return .notYetValid }
    if words.contains("expired") { return .expired }
    if words.contains("host name") || words.contains("hostname") {
      return .otherHost(names: names)
    }
    if words.contains("issuer") || words.contains("self-signed") || words.contains("self signed") {
      return .unknownIssuer
    }
    return .other
  }
}

extension CurlFailure {
  /// What a certificate says of its names: the first of them, without their kinds.
  ///
  /// - Parameter text: `DNS:a.example, DNS:b.example, IP Address:10.0.0.1`, or a subject
  ///   `C = XX, CN = a.example`.
  static func names(_ text: String) -> String? {
    let parts = text.split(separator: ",").map { $0.drop { $0 == " " } }
    let kinds = ["DNS:", "IP Address:", "CN = ", "CN="]
    let names = parts.compactMap { part in
      kinds.first { part.hasPrefix($0) }.map { part.dropFirst($0.count) }
    }
    guard !names.isEmpty else { return nil }
    return names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
  }
}
