import Contract
import HTTPTypes
import Loyalty

extension Response {
  /// The body of a success; anything else is thrown as what it means.
  func body<Body: Decodable>(_ type: Body.Type) throws(SyncFailure) -> Body {
    try read { () throws(WireError) in try Wire.decode(type, from: body) }
  }

  func changes() throws(SyncFailure) -> Changes {
    try read { () throws(WireError) in try Changes(body) }
  }

  private func read<Body>(_ body: () throws(WireError) -> Body) throws(SyncFailure) -> Body {
    try checkSuccess()
    guard isJSON else { throw .garbled("an answer that is not JSON") }
    do throws(WireError) {
      return try body()
    } catch {
      throw .garbled("\(Body.self): \(error)")
    }
  }

  /// Throws what any answer but a success means.
  func checkSuccess() throws(SyncFailure) {
    if status.kind == .successful { return }
    if let problem { throw .problem(problem) }
    switch status.code {
    // A gateway's words for "the server is not there".
    case 502, 503, 504: throw .offline("status \(status.code) from a gateway")
    default: throw .garbled("status \(status.code) without a problem")
    }
  }

  private var isJSON: Bool { mediaType == "application/json" }

  var isEventStream: Bool { mediaType == ServerEvent.contentType }

  private var mediaType: String? {
    fields[.contentType]?.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
  }
}
