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
    guard isJSON else {
      if isPage { throw .offline(.otherPage, "a page in place of an answer") }
      throw .garbled("an answer that is not JSON")
    }
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
    let code = status.code
    switch code {
    // A gateway's words for "the server is not there".
    case 502, 503, 504:
      throw .offline(.unavailable(words: words), "status \(code) without a problem")
    // The login of a network (RFC 6585).
    case 511: throw .offline(.otherPage, "status \(code)")
    case 300..<400 where code != 304:
      let host = redirection
      throw .offline(host.map { .redirected(to: $0) } ?? .otherPage, "status \(code)")
    case 426:
      throw .problem(Problem(status: code, code: .clientTooOld, title: "Upgrade Required"))
    case 400 where String(decoding: body.prefix(2000), as: UTF8.self).contains("HTTPS"):
      throw .offline(.needsTLS, "status \(code) that speaks of HTTPS")
    default:
      if isPage { throw .offline(.otherPage, "a page with status \(code)") }
      throw .garbled("status \(code) without a problem")
    }
  }

  /// A page for people.
  private var isPage: Bool {
    if ["text/html", "application/xhtml+xml"].contains(mediaType ?? "") { return true }
    let begin = String(decoding: body.prefix(200), as: UTF8.self).drop { $0.isWhitespace }
      .lowercased()
    return begin.hasPrefix("<!doctype html") || begin.hasPrefix("<html")
  }

  /// What a server says that has no problems of ours: in a plain text, or as RFC 9457 has it.
  private var words: String? {
    let text: String
    switch mediaType {
    case "text/plain": text = String(decoding: body.prefix(2000), as: UTF8.self)
    case "application/problem+json":
      // What cannot be read has no words.
      let problem = try? Wire.decode(ForeignProblem.self, from: body)
      text = problem?.detail ?? problem?.title ?? ""
    default: return nil
    }
    let line = text.split(whereSeparator: \.isNewline).first.map { cleaned(String($0), limit: 200) }
    return line.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The host that the answer sends on to; `nil` when it names none.
  private var redirection: String? {
    guard let target = fields[.location], let scheme = target.firstRange(of: "://") else {
      return nil
    }
    let authority = target[scheme.upperBound...].prefix { !"/?#\\".contains($0) }
    let host = authority.split(separator: "@").last.map { cleaned(String($0), limit: 100) }
    return host.flatMap { $0.isEmpty ? nil : $0 }
  }

  private var isJSON: Bool { mediaType == "application/json" }

  var isEventStream: Bool { mediaType == ServerEvent.contentType }

  private var mediaType: String? {
    fields[.contentType]?.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
  }
}

/// A problem of a server that is not ours, such as a gateway (RFC 9457): any member may be missing.
private struct ForeignProblem: Decodable {
  var title: String?
  var detail: String?
}
