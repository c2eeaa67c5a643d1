import CCurl
import Glibc
import Loyalty
import Testing

@testable import Transport

struct CurlFailureTests {
  @Test(
    arguments: [
      (
        CurlFailure(
          code: CURLE_PEER_FAILED_VERIFICATION, verification: 10,
          text: "SSL certificate problem: certificate has expired"), .certificate(.expired)
      ),
      (
        CurlFailure(code: CURLE_PEER_FAILED_VERIFICATION, verification: 9),
        .certificate(.notYetValid)
      ),
      (
        CurlFailure(code: CURLE_PEER_FAILED_VERIFICATION, verification: 18),
        .certificate(.unknownIssuer)
      ),
      (
        CurlFailure(
          code: CURLE_PEER_FAILED_VERIFICATION, names: "other.example",
          text: "SSL: no alternative certificate subject name matches target host name 'a.example'"),
        .certificate(.otherHost(names: "other.example"))
      ),
      (CurlFailure(code: CURLE_SSL_CACERT_BADFILE), .authorities),
      (
        CurlFailure(
          code: CURLE_SSL_CONNECT_ERROR,
          text: "error:0A00010B:SSL routines::wrong version number"), .notTLS
      ),
      (CurlFailure(code: CURLE_SSL_CONNECT_ERROR, text: "alert handshake failure"), .handshake),
      (CurlFailure(code: CURLE_RECV_ERROR, connectStatus: 407), .proxyPassword),
      (CurlFailure(code: CURLE_RECV_ERROR, connectStatus: 403), .proxyRefused(status: 403)),
      (CurlFailure(code: CURLE_RECV_ERROR), .dropped),
      (CurlFailure(code: CURLE_COULDNT_RESOLVE_PROXY), .proxyUnreachable),
      (
        CurlFailure(
          code: CURLE_COULDNT_CONNECT, systemError: ECONNREFUSED, host: "a.example", hasProxy: true,
          text: "Failed to connect to proxy.example port 3128 after 0 ms"), .proxyUnreachable
      ),
      (
        CurlFailure(
          code: CURLE_COULDNT_CONNECT, systemError: ECONNREFUSED, host: "a.example", hasProxy: true,
          text: "Failed to connect to a.example port 443 after 0 ms"), .refused
      ),
      (CurlFailure(code: CURLE_COULDNT_CONNECT, systemError: ENETUNREACH), .unreachable),
      (
        CurlFailure(
          code: CURLE_PEER_FAILED_VERIFICATION, proxyVerification: 20, hasProxy: true,
          hasSecureProxy: true), .proxyCertificate(.unknownIssuer)
      ),
      (
        CurlFailure(
          code: CURLE_PEER_FAILED_VERIFICATION, names: "other.example", hasProxy: true,
          hasSecureProxy: true,
          text: "SSL: no alternative certificate subject name matches target host name 'proxy'"),
        .proxyCertificate(.otherHost(names: "other.example"))
      ),
      (
        CurlFailure(
          code: CURLE_PEER_FAILED_VERIFICATION, verification: 20, connectStatus: 200,
          hasProxy: true, hasSecureProxy: true), .certificate(.unknownIssuer)
      ),
      (
        CurlFailure(
          code: CURLE_SSL_CONNECT_ERROR, hasProxy: true, hasSecureProxy: true,
          text: "error:0A00010B:SSL routines::wrong version number"), .proxyNotTLS
      ),
      (CurlFailure(code: CURLE_UNSUPPORTED_PROTOCOL), .notHTTP),
    ] as [(CurlFailure, Unreached)])
  func `each way of failing is told by its kind`(failure: CurlFailure, cause: Unreached) {
    #expect(failure.error.kind == .offline(cause))
  }

  @Test(arguments: [
    ("DNS:a.example, DNS:*.b.example", "a.example, *.b.example"),
    ("DNS:a, DNS:b, DNS:c, DNS:d", "a, b, c, …"), ("IP Address:10.0.0.1", "10.0.0.1"),
    ("C = XX, O = Shop, CN = a.example", "a.example"), ("nothing", nil),
  ])
  func `a certificate names whom it is for`(text: String, names: String?) {
    #expect(CurlFailure.names(text) == names)
  }

  @Test(arguments: [
    (
      "Unsupported proxy syntax in 'http://anna:secret@proxy'",
      "Unsupported proxy syntax in …@proxy'"
    ),
    ("two  spaces", "two  spaces"), ("a\u{1B}[2Jb", "a?[2Jb"),
  ])
  func `libcurl's words go into the log without a password`(words: String, plain: String) {
    #expect(CurlLibrary.text(words) == plain)
  }
}

struct AuthoritiesTests {
  @Test(
    arguments: [
      ([:], nil, nil), (["CURL_CA_BUNDLE": "/a", "SSL_CERT_FILE": "/b"], "/a", nil),
      (["CURL_CA_BUNDLE": "", "SSL_CERT_FILE": "/b"], "/b", nil),
      (["SSL_CERT_FILE": "/b", "SSL_CERT_DIR": "/d"], "/b", "/d"),
      (["CURL_CA_BUNDLE": "/a", "SSL_CERT_DIR": "/d"], "/a", nil),
      (["SSL_CERT_DIR": "/d"], nil, "/d"),
    ] as [([String: String], String?, String?)])
  func `authorities are read from the environment as the curl tool does`(
    environment: [String: String], file: String?, folder: String?
  ) {
    let authorities = Authorities { environment[$0] }
    #expect(authorities.file == file)
    #expect(authorities.folder == folder)
  }
}

struct ProxiesTests {
  @Test(
    arguments: [
      ([:], "https://a.example", nil),
      (["https_proxy": "https://p"], "https://a.example", "https://p"),
      (["https_proxy": "https://p"], "http://a.example", nil),
      (["HTTPS_PROXY": "p"], "https://a.example", "p"),
      (["HTTP_PROXY": "p"], "http://a.example", nil),
      (["http_proxy": "p"], "http://a.example", "p"),
      (["https_proxy": "", "ALL_PROXY": "p"], "https://a.example", "p"),
      (["all_proxy": "p", "no_proxy": "b.example, .a.example"], "https://a.example", nil),
      (["all_proxy": "p", "no_proxy": "a.example"], "https://shop.a.example", nil),
      (["all_proxy": "p", "no_proxy": "a.example"], "https://shopa.example", "p"),
      (["all_proxy": "p", "NO_PROXY": "*"], "https://a.example", nil),
      (["all_proxy": "p", "no_proxy": "fd00::1"], "https://[fd00::1]", nil),
    ] as [([String: String], String, String?)])
  func `the proxy is the one that libcurl takes`(
    environment: [String: String], address: String, proxy: String?
  ) throws {
    let proxies = Proxies { environment[$0] }
    #expect(proxies.proxy(for: try WebAddress(address)) == proxy)
  }
}
