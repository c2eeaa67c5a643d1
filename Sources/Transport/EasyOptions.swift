import CCurl
import Contract
import HTTPTypes

/// Options of one easy handle; the first that libcurl refuses is kept for `check`.
struct EasyOptions {
  let easy: UnsafeMutableRawPointer
  let library: CurlLibrary
  private var failure: (option: String, code: CURLcode)?

  init(easy: UnsafeMutableRawPointer, library: CurlLibrary) {
    self.easy = easy
    self.library = library
  }

  func check() throws(TransportError) {
    guard let failure else { return }
    throw TransportError(
      .unsupported, log: "this libcurl has no \(failure.option) (error \(failure.code.rawValue))")
  }

  mutating func set(_ address: ServerAddress, target: String) {
    switch address {
    case .web(let address):
      set("URL", CURLOPT_URL, address.description + target)
      // NB: not without TLS: there libcurl learns only from the first answer that the server speaks
      // no HTTP/2, and until then a slow answer would hold up every other request.
      if address.isSecure { set("PIPEWAIT", CURLOPT_PIPEWAIT, 1) }
    case .unixSocket(let path):
      set("URL", CURLOPT_URL, "http://localhost" + target)
      set("UNIX_SOCKET_PATH", CURLOPT_UNIX_SOCKET_PATH, path)
    }
    // NB: without this, http_proxy would capture requests to this very machine.
    if address.isLocal { set("PROXY", CURLOPT_PROXY, "") }
    set("PATH_AS_IS", CURLOPT_PATH_AS_IS, 1)
    set("PROTOCOLS", CURLOPT_PROTOCOLS_STR, "http,https")
    set("FOLLOWLOCATION", CURLOPT_FOLLOWLOCATION, 0)
    set("HTTP_VERSION", CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    set("SSL_VERIFYPEER", CURLOPT_SSL_VERIFYPEER, 1)
    set("SSL_VERIFYHOST", CURLOPT_SSL_VERIFYHOST, 2)
    set("SSLVERSION", CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    if address.isSecure || address.hasSecureProxy {
      // So that it can be said whom a certificate is for.
      set("CERTINFO", CURLOPT_CERTINFO, 1)
      set(Authorities.ofEnvironment)
    }
    set("TCP_KEEPALIVE", CURLOPT_TCP_KEEPALIVE, 1)
    noteResult("OPENSOCKETFUNCTION", cc_set_private_sockets(library.calls, easy))
  }

  private mutating func set(_ authorities: Authorities) {
    if let file = authorities.file {
      set("CAINFO", CURLOPT_CAINFO, file)
      set("PROXY_CAINFO", CURLOPT_PROXY_CAINFO, file)
    }
    if let folder = authorities.folder {
      set("CAPATH", CURLOPT_CAPATH, folder)
      set("PROXY_CAPATH", CURLOPT_PROXY_CAPATH, folder)
    }
  }

  mutating func set(_ limits: TransferLimits) {
    set("NOSIGNAL", CURLOPT_NOSIGNAL, 1)
    // NB: else stopping a transfer during a slow name lookup waits for the lookup.
    set("QUICK_EXIT", CURLOPT_QUICK_EXIT, 1)
    set("CONNECTTIMEOUT", CURLOPT_CONNECTTIMEOUT_MS, limits.connect.milliseconds)
    if let total = limits.total { set("TIMEOUT", CURLOPT_TIMEOUT_MS, total.milliseconds) }
    // NB: libcurl wakes up once a second to measure the speed.
    if let stall = limits.stall {
      set("LOW_SPEED_LIMIT", CURLOPT_LOW_SPEED_LIMIT, 1)
      set("LOW_SPEED_TIME", CURLOPT_LOW_SPEED_TIME, max(1, stall.milliseconds / 1000))
    }
    if !limits.isEndless {
      set("MAXFILESIZE", CURLOPT_MAXFILESIZE, min(limits.body, Int(Int32.max)))
    }
  }

  mutating func set(_ request: Request) {
    // Empty means all that this libcurl can decode.
    set("ACCEPT_ENCODING", CURLOPT_ACCEPT_ENCODING, "")
    let takesBody = [.post, .put, .patch].contains(request.method)
    if takesBody || !request.body.isEmpty {
      noteResult("POSTFIELDS", cc_set_body(library.calls, easy, request.body, request.body.count))
    }
    if request.method == .head {
      set("NOBODY", CURLOPT_NOBODY, 1)
    } else if request.method != .get || !request.body.isEmpty {
      set("CUSTOMREQUEST", CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    }
  }

  /// - Returns: the list, to be freed when the transfer is over.
  mutating func setHeader(_ lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
    var list: UnsafeMutablePointer<curl_slist>?
    for line in lines {
      guard let longer = cc_list_append(library.calls, list, line) else {
        noteResult("HTTPHEADER", CURLE_OUT_OF_MEMORY)
        break
      }
      list = longer
    }
    noteResult("HTTPHEADER", cc_set_list(library.calls, easy, CURLOPT_HTTPHEADER, list))
    return list
  }

  mutating func setErrorText(_ buffer: UnsafeMutablePointer<CChar>) {
    noteResult("ERRORBUFFER", cc_set_error_buffer(library.calls, easy, buffer))
  }

  mutating func setCallbacks(
    header: cc_data_callback, body: cc_data_callback, context: UnsafeMutableRawPointer
  ) {
    noteResult("callbacks", cc_set_callbacks(library.calls, easy, header, body, context))
  }

  mutating func setProgress(
    _ progress: cc_progress_callback, context: UnsafeMutableRawPointer
  ) {
    noteResult("progress", cc_set_progress(library.calls, easy, progress, context))
  }

  private mutating func set(_ name: String, _ option: CURLoption, _ value: Int) {
    noteResult(name, cc_set_long(library.calls, easy, option, value))
  }

  private mutating func set(_ name: String, _ option: CURLoption, _ value: String) {
    noteResult(name, cc_set_text(library.calls, easy, option, value))
  }

  private mutating func noteResult(_ option: String, _ code: CURLcode) {
    if code != CURLE_OK, failure == nil { failure = (option, code) }
  }
}

extension Duration {
  /// At least one: to libcurl zero means "for ever".
  fileprivate var milliseconds: Int {
    let (seconds, attoseconds) = components
    return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
