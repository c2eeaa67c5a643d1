import Glibc

/// Whom to trust in place of the system's own authorities, as the curl tool reads it (curl(1),
/// ENVIRONMENT).
struct Authorities: Equatable, Sendable {
  /// A file of certificates.
  var file: String?
  /// A folder of them, as `c_rehash` makes it; several with colons between them.
  var folder: String?

  static let ofEnvironment = Authorities { name in getenv(name).map { String(cString: $0) } }

  init(environment variable: (String) -> String?) {
    func value(_ name: String) -> String? {
      variable(name).flatMap { $0.isEmpty ? nil : $0 }
    }
    file = value("CURL_CA_BUNDLE")
    guard file == nil else { return }
    folder = value("SSL_CERT_DIR")
    file = value("SSL_CERT_FILE")
  }
}
