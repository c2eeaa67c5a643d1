import Glibc

/// Which proxy stands before a server, as the environment says it and libcurl reads it (curl(1),
/// ENVIRONMENT): only to tell whose fault is whose.
struct Proxies: Sendable {
  /// Before `https://`, and before `http://`.
  private let secure: String?
  private let plain: String?
  /// Hosts that are asked directly; `*` is all.
  private let excepted: [String]

  static let ofEnvironment = Proxies { name in getenv(name).map { String(cString: $0) } }

  init(environment variable: (String) -> String?) {
    func first(_ names: String...) -> String? {
      names.lazy.compactMap(variable).first { !$0.isEmpty }
    }
    let all = first("all_proxy", "ALL_PROXY")
    secure = first("https_proxy", "HTTPS_PROXY") ?? all
    // NB: not HTTP_PROXY: of a CGI script that is what a request says.
    plain = first("http_proxy") ?? all
    excepted = (first("no_proxy", "NO_PROXY") ?? "").lowercased().split { ", ".contains($0) }.map {
      String($0.hasPrefix(".") ? $0.dropFirst() : $0)
    }
  }

  func proxy(for address: WebAddress) -> String? {
    let host = address.host
    let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    let isExcepted = excepted.contains {
      $0 == "*" || $0 == host || $0 == bare || bare.hasSuffix(".\($0)")
    }
    return isExcepted ? nil : address.isSecure ? secure : plain
  }
}
