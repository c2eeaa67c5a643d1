import CCurl
import Contract
import Loyalty

/// An exchange in libcurl's hands, touched on libcurl's thread only.
final class Transfer {
  let exchange: Exchange
  private let reply: CurlEngine.Reply
  private var head = ResponseHead()
  private var body: [UInt8] = []
  private var isTooLarge = false
  private var hasBegun = false
  /// Bytes of the request's body that were told of.
  private var told = -1
  private var headerList: UnsafeMutablePointer<curl_slist>?
  private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

  init(_ exchange: Exchange, _ reply: CurlEngine.Reply) {
    self.exchange = exchange
    self.reply = reply
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
  }

  deinit {
    errorText.deallocate()
  }

  func finish(_ outcome: Result<Response, TransportError>) {
    reply.resume(returning: outcome)
  }

  /// Sets all that the exchange needs on a fresh handle, which then points to this object.
  func configure(_ easy: UnsafeMutableRawPointer, _ library: CurlLibrary) throws(TransportError) {
    var options = EasyOptions(easy: easy, library: library)
    options.set(exchange.address, target: exchange.request.target)
    options.set(exchange.limits)
    options.set(exchange.request)
    headerList = options.setHeader(RequestHead.lines(exchange.request))
    options.setErrorText(errorText)
    // NB: unretained: the loop holds the transfer for as long as the handle is in use.
    options.setCallbacks(
      header: receiveHeader, body: receiveBody,
      context: Unmanaged.passUnretained(self).toOpaque())
    if exchange.sent != nil {
      options.setProgress(receiveProgress, context: Unmanaged.passUnretained(self).toOpaque())
    }
    try options.check()
  }

  /// Frees what libcurl needed during the transfer.
  func release(_ library: CurlLibrary) {
    cc_list_free(library.calls, headerList)
    headerList = nil
  }

  func outcome(
    _ code: CURLcode, _ easy: UnsafeMutableRawPointer, _ library: CurlLibrary
  ) -> Result<Response, TransportError> {
    if exchange.isCancelled { return .failure(.cancelled) }
    if isTooLarge { return .failure(.tooLarge(exchange.limits.body)) }
    let status = cc_info_long(library.calls, easy, CURLINFO_RESPONSE_CODE)
    guard code == CURLE_OK else {
      return .failure(failure(code, status, easy, library).error)
    }
    // Of a request in the clear the proxy's own answer comes in place of the server's.
    if status == 407 {
      return .failure(TransportError(.offline(.proxyPassword), log: "the proxy answers 407"))
    }
    guard (200...599).contains(status) else {
      return .failure(TransportError(.garbled, log: "an answer with status \(status)"))
    }
    return .success(head.response(status: status, body: body))
  }

  private func failure(
    _ code: CURLcode, _ status: Int, _ easy: UnsafeMutableRawPointer, _ library: CurlLibrary
  ) -> CurlFailure {
    let names = cc_certificate_names(library.calls, easy).flatMap {
      CurlFailure.names(CurlLibrary.text($0))
    }
    return CurlFailure(
      code: code, systemError: Int32(cc_info_long(library.calls, easy, CURLINFO_OS_ERRNO)),
      hasHead: status >= 200,
      verification: cc_info_long(library.calls, easy, CURLINFO_SSL_VERIFYRESULT),
      proxyVerification: cc_info_long(library.calls, easy, CURLINFO_PROXY_SSL_VERIFYRESULT),
      names: names,
      connectStatus: cc_info_long(library.calls, easy, CURLINFO_HTTP_CONNECTCODE),
      host: exchange.address.host, hasProxy: exchange.address.proxy != nil,
      hasSecureProxy: exchange.address.hasSecureProxy,
      limit: exchange.limits.body, text: text(code, library))
  }

  private func text(_ code: CURLcode, _ library: CurlLibrary) -> String {
    CurlLibrary.text(
      errorText[0] != 0 ? UnsafePointer(errorText) : cc_error_text(library.calls, code))
  }

  fileprivate func receive(header bytes: UnsafeRawBufferPointer) -> Bool {
    guard !exchange.isCancelled else { return false }
    // A line after the body's first byte is a trailer: nobody asked for it.
    guard body.isEmpty, !hasBegun else { return true }
    head.receive(bytes)
    isTooLarge = head.isTooLarge
    return !isTooLarge
  }

  /// - Returns: whether the transfer goes on.
  fileprivate func receive(sent bytes: Int) -> Bool {
    guard !exchange.isCancelled else { return false }
    if bytes != told {
      told = bytes
      exchange.sent?(bytes)
    }
    return true
  }

  fileprivate func receive(body bytes: UnsafeRawBufferPointer) -> Bool {
    guard !exchange.isCancelled else { return false }
    hasBegun = true
    if let receive = exchange.receive, head.isSuccess {
      receive(Array(bytes))
      return true
    }
    // NB: `CURLOPT_MAXFILESIZE` counts bytes as sent; these are the decompressed ones.
    guard body.count + bytes.count <= exchange.limits.body else {
      isTooLarge = true
      body = []
      return false
    }
    body.append(contentsOf: bytes)
    return true
  }
}

// NB: callbacks from C stand at file scope: one that is isolated to an actor traps at run time.

private func receiveHeader(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let context else { return 0 }
  let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  let isTaken = transfer.receive(header: UnsafeRawBufferPointer(start: bytes, count: size * count))
  return isTaken ? size * count : 0
}

private func receiveBody(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let context else { return 0 }
  let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  let isTaken = transfer.receive(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
  // NB: an empty call would read as "refused".
  return isTaken ? size * count : (size * count == 0 ? 1 : 0)
}

private func receiveProgress(
  _ context: UnsafeMutableRawPointer?, _ toReceive: curl_off_t, _ received: curl_off_t,
  _ toSend: curl_off_t, _ sent: curl_off_t
) -> Int32 {
  guard let context else { return 1 }
  let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  return transfer.receive(sent: Int(sent)) ? 0 : 1
}
