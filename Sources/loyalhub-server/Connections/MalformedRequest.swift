import Contract
import HTTPTypes
import Loyalty
import NIOHTTP1

/// What is said to whoever sends no HTTP, in place of the library's answer without words.
enum MalformedRequest {
  /// The answer to a head that the decoder takes and nobody should (RFC 9112, 3.2).
  static func refusal(of head: HTTPRequestHead) -> Contract.Response? {
    let hosts = head.headers[canonicalForm: "host"]
    let needsOne = head.version != .http1_0 && head.version != .http0_9
    guard hosts.count > 1 || hosts.isEmpty && needsOne else { return nil }
    let languages = head.headers[canonicalForm: "accept-language"].joined(separator: ",")
    let request = Contract.Request(target: "/", fields: [.acceptLanguage: languages])
    let russian = request.fields.language() == .russian
    let detail =
      hosts.isEmpty
      ? russian ? "Нет поля Host." : "The Host field is missing."
      : russian ? "Поле Host указано дважды." : "There is more than one Host field."
    var answer = Contract.Response(
      Problem(.badRequest, in: russian ? .russian : .english, detail: detail), to: request)
    if head.method == .HEAD { answer.body = [] }
    return answer
  }

  /// The answer to what the decoder does not take.
  static func refusal(of error: HTTPParserError, inFirstLine: Bool) -> Contract.Response {
    var code = Problem.Code.badRequest
    if error == .headerOverflow { code = inFirstLine ? .targetTooLong : .fieldsTooLarge }
    return Contract.Response(Problem(code, in: .english), to: Contract.Request(target: "/"))
  }

  /// Puts an answer in the place of the library's.
  ///
  /// - Returns: its body; `nil` of any other head.
  static func replace(
    _ head: inout HTTPResponseHead, by answer: Contract.Response
  ) -> [UInt8]? {
    guard head.status == .badRequest, head.headers["Content-Length"] == ["0"] else { return nil }
    head.status = HTTPResponseStatus(statusCode: answer.status.code)
    head.headers = HTTPHeaders(answer.fields.map { ($0.name.rawName, $0.value) })
    head.headers.replaceOrAdd(name: "Content-Length", value: String(answer.body.count))
    head.headers.replaceOrAdd(name: "Connection", value: "close")
    return answer.body
  }
}
