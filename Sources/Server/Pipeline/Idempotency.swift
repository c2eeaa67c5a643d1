import Contract
import HTTPTypes
import Loyalty
import SQLite

extension ServerStore {
  /// Milliseconds that answers are kept: 15 days, the contract asks for 14.
  private static let kept: Int64 = 15 * 86_400_000
  /// Milliseconds after which a request without an answer counts as dead with its server.
  private static let patience: Int64 = 60_000

  /// Does something once for each `Idempotency-Key`; the same key again gets the first answer.
  ///
  /// Keys belong to one route and one person. Answers that invite another try (429, 5xx) are not
  /// kept. After the IETF draft `draft-ietf-httpapi-idempotency-key-header`.
  func once(
    _ route: Route, _ context: RequestContext, _ perform: () throws -> Response
  ) throws -> Response {
    guard let key = context.request.fields[.idempotencyKey], !key.isEmpty, key.utf8.count <= 255
    else { throw Problem(.idempotencyRequired, in: context.language) }
    let slot = Slot(
      scope: "\(route.template) \(context.session?.member.rawValue ?? "-")", key: key,
      fingerprint: Token.text(
        SHA256.hash(Array(context.request.target.utf8) + [0] + context.request.body)))
    if let answer = try claim(slot, context) { return answer }
    do {
      let response = try perform()
      try keep(response, slot)
      return response
    } catch {
      if let problem = error as? Problem, problem.status < 500, problem.status != 429 {
        // The words of the first answer, with the name of the first request.
        let response = Response(problem.with(requestID: context.id), to: context.request)
        try keep(response, slot)
        return response
      }
      try release(slot)
      throw error
    }
  }

  private struct Slot {
    var scope: String
    var key: String
    var fingerprint: String
  }

  /// Takes the key; an answer when it was taken before.
  private func claim(_ slot: Slot, _ context: RequestContext) throws -> Response? {
    try database.write(locking: []) { connection in
      let old = try connection.first(
        "SELECT request, status, fields, body, created_at FROM idempotency WHERE scope = ? AND key = ?",
        [.text(slot.scope), .text(slot.key)]
      ) { row in
        (
          request: row.text(0), status: row.optionalInt(1), fields: row.text(2),
          body: row.blob(3), createdAt: row.int(4)
        )
      }
      if let old {
        guard old.request == slot.fingerprint else {
          throw Problem(.idempotencyMismatch, in: context.language)
        }
        if let status = old.status {
          return Response(
            status: .init(code: Int(status)), fields: unpacked(old.fields), body: old.body)
        }
        guard context.machine.rawValue - old.createdAt > Self.patience else {
          throw Problem(.inProgress, in: context.language, retryAfter: 1)
        }
      }
      try connection.execute(
        """
        INSERT INTO idempotency (scope, key, request, created_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (scope, key) DO UPDATE SET created_at = excluded.created_at
        """,
        [
          .text(slot.scope), .text(slot.key), .text(slot.fingerprint),
          .integer(context.machine.rawValue),
        ])
      return nil
    }
  }

  private func keep(_ response: Response, _ slot: Slot) throws {
    try database.write(locking: []) { connection in
      _ = try connection.execute(
        "UPDATE idempotency SET status = ?, fields = ?, body = ? WHERE scope = ? AND key = ?",
        [
          .integer(Int64(response.status.code)), .text(packed(response.fields)),
          .blob(response.body), .text(slot.scope), .text(slot.key),
        ])
    }
  }

  private func release(_ slot: Slot) throws {
    try database.write(locking: []) { connection in
      _ = try connection.execute(
        "DELETE FROM idempotency WHERE scope = ? AND key = ?",
        [.text(slot.scope), .text(slot.key)])
    }
  }

  /// Forgets what nobody can ask for any more.
  func purge(now: Instant) throws {
    try database.write(locking: []) { connection in
      try connection.execute(
        "DELETE FROM idempotency WHERE created_at < ?", [.integer(now.rawValue - Self.kept)])
      try connection.execute(
        "DELETE FROM challenge WHERE expires_at < ?", [.integer(now.rawValue - Self.kept)])
      try connection.execute(
        "DELETE FROM attempt WHERE at < ?", [.integer(now.rawValue - Self.kept)])
      try connection.execute(
        "DELETE FROM promo_code_miss WHERE at < ?", [.integer(now.rawValue - Self.kept)])
    }
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
