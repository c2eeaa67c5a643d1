import Contract
import HTTPTypes
import Loyalty

/// Answers that are the same for everybody, as bytes: who gets one has no request yet.
enum CannedAnswer {
  /// There is no room for another connection.
  static let full = bytes(
    Contract.Response(
      Problem(.busy, in: .english, retryAfter: 5), to: Contract.Request(target: "/")))

  /// A body came too slowly.
  static let tooSlow = bytes(
    Contract.Response(
      status: .requestTimeout, fields: [.contentType: "text/plain; charset=utf-8"],
      body: Array("The request came too slowly.\n".utf8)))

  private static func bytes(_ response: Contract.Response) -> [UInt8] {
    var fields = response.fields
    fields[.contentLength] = String(response.body.count)
    fields[.connection] = "close"
    var head = "HTTP/1.1 \(response.status.code) \(response.status.reasonPhrase)\r\n"
    for field in fields { head += "\(field.name.rawName): \(field.value)\r\n" }
    return Array("\(head)\r\n".utf8) + response.body
  }
}
