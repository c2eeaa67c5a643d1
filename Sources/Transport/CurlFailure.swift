import CCurl
import Glibc

extension TransportError {
  /// What libcurl's code means here.
  ///
  /// - Parameters:
  ///   - systemError: `errno` of the last attempt to connect.
  ///   - hasHead: whether the head of an answer had come.
  ///   - text: libcurl's words.
  init(
    _ code: CURLcode, systemError: Int32, hasHead: Bool, limit: Int, text: String
  ) {
    let kind: Kind =
      switch code {
      case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .offline(.unresolvable)
      // ENOENT: a Unix socket that is not there, so nobody listens.
      case CURLE_COULDNT_CONNECT:
        .offline([ECONNREFUSED, ENOENT].contains(systemError) ? .refused : .unreachable)
      case CURLE_OPERATION_TIMEDOUT: .offline(.timedOut)
      case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
        CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_USE_SSL_FAILED,
        CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_SHUTDOWN_FAILED:
        .tls
      case CURLE_FILESIZE_EXCEEDED: .tooLarge(limit: limit)
      case CURLE_PARTIAL_FILE: .truncated
      case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
        hasHead ? .truncated : .offline(.dropped)
      case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING,
        CURLE_WRITE_ERROR:
        .garbled
      case CURLE_URL_MALFORMAT: .invalidRequest
      default: .unsupported
      }
    self.init(kind, log: "\(text) (curl \(code.rawValue), errno \(systemError))")
  }
}
