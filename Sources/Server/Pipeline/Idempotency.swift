import Contract
import HTTPTypes
import Loyalty
import SQLite

extension ServerStore {
  /// Milliseconds that answers are kept: 15 days, the contract asks for 14.
  static let kept: Int64 = 15 * 86_400_000
  /// Answers of one route that are kept for one person.
  static let mostKept: Int64 = 500

  /// Does something once for each `Idempotency-Key`; the same key again gets the first answer.
  ///
  /// The answer is kept in the unit of the request, so that a key is never taken without one: who
  /// comes with the same key at the same time waits for the unit. Keys belong to one route and one
  /// person. After the IETF draft `draft-ietf-httpapi-idempotency-key-header`.
  func once(
    _ route: Route, _ context: RequestContext, _ connection: Connection,
    _ perform: () throws -> Response
  ) throws -> Response {
    let key = try context.idempotencyKey()
    let slot = Slot(
      scope: "\(route.template) \(context.session?.member.rawValue ?? "-")", key: key,
      fingerprint: context.fingerprint ?? context.request.fingerprint)
    if let answer = try answer(of: slot, context, connection) { return answer }
    let response: Response
    do {
      response = try perform()
    } catch let problem as Problem {
      // The words of the first answer, with the name of the first request.
      let refusal = Response(problem.with(requestID: context.id), to: context.request)
      guard keeps(refusal, of: route, context) else { throw problem }
      response = refusal
    }
    if keeps(response, of: route, context) { try keep(response, slot, context, connection) }
    return response
  }

  /// Whether an answer is kept for those who send the request again; those that invite another try
  /// are not.
  private func keeps(
    _ response: Response, of route: Route, _ context: RequestContext
  ) -> Bool {
    response.status.code < 500 && response.status != .tooManyRequests
  }

  private struct Slot {
    var scope: String
    var key: String
    var fingerprint: String
  }

  /// The answer to the first request with a key, if there was one.
  private func answer(
    of slot: Slot, _ context: RequestContext, _ connection: Connection
  ) throws -> Response? {
    let old = try connection.first(
      "SELECT request, status, fields, body FROM idempotency WHERE scope = ? AND key = ?",
      [.text(slot.scope), .text(slot.key)]
    ) { row in
      (
        request: row.text(0), status: row.optionalInt(1), fields: row.text(2), body: row.blob(3)
      )
    }
    guard let old else { return nil }
    guard old.request == slot.fingerprint else {
      throw Problem(.idempotencyMismatch, in: context.language)
    }
    // Without a status it was taken by a server of before, which was killed over it.
    return try old.status.map { status in
      guard (100...599).contains(status) else { throw DamagedAnswer(status: status) }
      return Response(
        status: .init(code: Int(status)), fields: unpacked(old.fields), body: old.body)
    }
  }

  private func keep(
    _ response: Response, _ slot: Slot, _ context: RequestContext, _ connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO idempotency (scope, key, request, status, fields, body, created_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (scope, key)
      DO UPDATE SET status = ?4, fields = ?5, body = ?6, created_at = ?7
      """,
      [
        .text(slot.scope), .text(slot.key), .text(slot.fingerprint),
        .integer(Int64(response.status.code)), .text(packed(response.fields)),
        .blob(response.body), .integer(context.machine.rawValue),
      ])
    try bound(slot.scope, connection)
  }

  /// However many keys somebody thinks up, the last ones are kept.
  private func bound(_ scope: String, _ connection: Connection) throws {
    let oldest = try connection.first(
      """
      SELECT created_at FROM idempotency WHERE scope = ? ORDER BY created_at DESC
      LIMIT 1 OFFSET ?
      """, [.text(scope), .integer(Self.mostKept)]
    ) { $0.int(0) }
    guard let oldest else { return }
    try connection.execute(
      "DELETE FROM idempotency WHERE scope = ? AND created_at <= ?",
      [.text(scope), .integer(oldest)])
  }

  private func packed(_ fields: HTTPFields) -> String {
    fields.map { "\($0.name.rawName)\u{1F}\($0.value)" }.joined(separator: "\u{1E}")
  }

  private func unpacked(_ text: String) -> HTTPFields {
    var fields = HTTPFields()
    for line in text.split(separator: "\u{1E}") {
      let parts = line.split(separator: "\u{1F}", maxSplits: 1)
      guard parts.count == 2, let name = HTTPField.Name(String(parts[0])) else { continue }
      fields[name] = String(parts[1])
    }
    return fields
  }
}

extension Request {
  /// What tells it from another request.
  var fingerprint: String {
    Token.text(SHA256.hash(Array(target.utf8) + [0] + body))
  }
}

extension Route {
  /// Whether a repetition is known by what the first request left in its own tables: what a stranger
  /// may ask for leaves nothing else behind, and no answer with tokens is kept.
  var isKnownByItself: Bool { self == .requestCode || self == .verifyCode }
}

extension RequestContext {
  /// What names the attempt.
  func idempotencyKey() throws(Problem) -> String {
    guard let key = request.fields[.idempotencyKey], !key.isEmpty, key.utf8.count <= 255
    else { throw Problem(.idempotencyRequired, in: language) }
    return key
  }
}

/// A kept answer that no server of ours has kept.
private struct DamagedAnswer: Error, CustomStringConvertible {
  let status: Int64

  var description: String { "an answer is kept with the status \(status)" }
}
