import Contract
import HTTPTypes
import Loyalty

extension Response {
  /// The body of a success; anything else is thrown as what it means.
  func body<Body: Decodable>(_ type: Body.Type) throws(SyncFailure) -> Body {
    try checkJSON()
    do throws(WireError) {
      return try Wire.decode(type, from: body)
    } catch {
      throw unread(error, "\(type)")
    }
  }

  /// NB: it is the first that a server is asked for: JSON that is nothing like it is not ours.
  func changes() throws(SyncFailure) -> Changes {
    try checkJSON()
    do throws(WireError) {
      return try Changes(body)
    } catch {
      if [.missing, .wrongType].contains(error.reason), ["", "/next"].contains(error.pointer) {
        throw .offline(.foreign, "JSON that is no answer of ours: \(error)")
      }
      throw unread(error, "Changes")
    }
  }

  /// The bytes of an export, as they came.
  func export() throws(SyncFailure) -> [UInt8] {
    try checkJSON()
    do throws(WireError) {
      try MemberExport.check(body)
    } catch {
      throw unread(error, "MemberExport")
    }
    return body
  }

  private func checkJSON() throws(SyncFailure) {
    try checkSuccess()
    guard isJSON else {
      throw .offline(.foreign, "status \(status.code) with an answer that is not JSON")
    }
  }

  /// What it means that a body which says that it is JSON cannot be read.
  private func unread(_ error: WireError, _ name: String) -> SyncFailure {
    isPage ? .offline(.otherPage, "a page that says it is JSON") : .garbled("\(name): \(error)")
  }

  /// Throws what any answer but a success means.
  func checkSuccess() throws(SyncFailure) {
    let code = status.code
    if status.kind == .successful {
      if isHTML { throw .offline(.otherPage, "a page in place of an answer") }
      return
    }
    if let problem { throw failure(problem) }
    switch code {
    // A gateway's words for "the server is not there" are the same as its own.
    case 502, 503, 504:
      throw .offline(
        .unavailable(words: words, seconds: secondsToWait), "status \(code) without a problem")
    case 429: throw .offline(.busy(seconds: secondsToWait), "status \(code) without a problem")
    case 511: throw .offline(.networkLogin, "status \(code)")
    case 300..<400 where code != 304:
      let host = redirection
      throw .offline(host.map { .redirected(to: $0) } ?? .otherPage, "status \(code)")
    case 304: throw .garbled("status \(code) that nobody asked for")
    case 426:
      throw .problem(Problem(status: code, code: .clientTooOld, title: "Upgrade Required"))
    case 400 where String(decoding: body.prefix(2000), as: UTF8.self).contains("HTTPS"):
      throw .offline(.needsTLS, "status \(code) that speaks of HTTPS")
    case 400..<500 where isPage && code != 451:
      throw .offline(.otherPage, "a page with status \(code)")
    default: throw .offline(.status(code), "without a problem")
    }
  }

  /// What a problem of ours means; a 503 is the same with one as without.
  private func failure(_ problem: Problem) -> SyncFailure {
    var problem = problem
    problem.retryAfter = secondsToWait
    guard status.code == 503 || problem.code == .maintenance else { return .problem(problem) }
    let words = problem.detail ?? problem.title
    return .offline(
      .unavailable(words: cleaned(words, limit: 200), seconds: problem.retryAfter),
      "status \(status.code) \(problem.code.rawValue): \(problem.title)")
  }

  /// A page for people.
  private var isPage: Bool { isHTML || beginsAsPage }

  private var isHTML: Bool {
    ["text/html", "application/xhtml+xml"].contains(mediaType ?? "")
      || (mediaType != "application/json" && beginsAsPage)
  }

  private var beginsAsPage: Bool {
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
