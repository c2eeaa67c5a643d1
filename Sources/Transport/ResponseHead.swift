import Contract
import HTTPTypes

/// The header lines of an answer, as libcurl hands them over one by one.
struct ResponseHead {
  /// Bytes of all header lines.
  static let limit = 256 << 10

  private var fields: HTTPFields = [:]
  private var count = 0
  /// Whether the answer is a good one (2xx).
  private(set) var isSuccess = false

  var isTooLarge: Bool { count > ResponseHead.limit }

  mutating func receive(_ bytes: UnsafeRawBufferPointer) {
    count += bytes.count
    let line = String(decoding: bytes, as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      // A new head: what came before belonged to a 1xx answer or to a proxy.
      fields = [:]
      isSuccess = line.drop { $0 != " " }.hasPrefix(" 2")
    } else if let colon = line.firstIndex(of: ":"),
      let name = HTTPField.Name(String(line[..<colon]))
    {
      fields.append(HTTPField(name: name, value: trimmed(line[line.index(after: colon)...])))
    }
  }

  func response(status: Int, body: [UInt8]) -> Response {
    var fields = fields
    if fields[.contentEncoding] != nil {
      // The body is decoded: what described the bytes on the wire describes it no more.
      fields[.contentEncoding] = nil
      fields[.contentLength] = nil
    }
    return Response(status: HTTPResponse.Status(code: status), fields: fields, body: body)
  }

  private func trimmed(_ value: Substring) -> String {
    let rest = value.drop { $0.isWhitespace }
    guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(rest[...last])
  }
}
