import Contract
import HTTPTypes
import Loyalty
import SQLite
import Testing

@testable import Server

/// Logging in from somewhere.
extension Bench {
  func ask(
    _ phone: String = anna, from address: String? = nil, replacing old: CodeChallenge? = nil,
    key: String = Bench.key()
  ) async -> Response {
    await send(
      .requestCode, Wire.encode(CodeRequest(phone: phone, replaces: old?.id)), from: address,
      key: key)
  }

  /// A challenge with its code.
  func code(
    _ phone: String = anna, from address: String? = nil, replacing old: CodeChallenge? = nil
  ) async throws -> (challenge: CodeChallenge, code: String) {
    let answer = await ask(phone, from: address, replacing: old)
    let challenge = try Wire.decode(CodeChallenge.self, from: answer.body)
    return (challenge, try #require(codes.last))
  }

  func enter(
    _ code: String, _ challenge: CodeChallenge, from address: String? = nil,
    key: String = Bench.key()
  ) async -> Response {
    await send(
      .verifyCode, Wire.encode(CodeVerification(challengeID: challenge.id, code: code)),
      from: address, key: key)
  }

  func logIn(_ phone: String = anna, from address: String? = nil) async throws -> SessionTokens {
    let (challenge, code) = try await code(phone, from: address)
    return try Wire.decode(
      SessionTokens.self, from: await enter(code, challenge, from: address).body)
  }

  func renew(_ tokens: SessionTokens, from address: String) async -> Response {
    await send(
      .refreshSession, Wire.encode(RefreshRequest(refreshToken: tokens.refreshToken)),
      from: address, key: Bench.key())
  }

  /// Another code than that one.
  static func wrong(_ code: String, _ number: Int = 0) -> String {
    let digits = String((Int(code) ?? 0) + 1 + number)
    return String((String(repeating: "0", count: 6) + digits).suffix(6))
  }

  private func send(
    _ route: Route, _ body: [UInt8], from address: String?, key: String
  ) async -> Response {
    var request = route.request(body: body)
    request.fields[.idempotencyKey] = key
    request.address = address.map { ClientAddress(key: $0) }
    return await server.respond(to: request)
  }

  /// How many rows each table has.
  func rows() throws -> [String: Int64] {
    try server.store.database.read { connection in
      let tables = try connection.query(
        "SELECT name FROM sqlite_schema WHERE type = 'table'"
      ) { $0.text(0) }
      return try tables.reduce(into: [:]) { counts, table in
        counts[table] = try connection.first("SELECT count(*) FROM \"\(table)\"") { $0.int(0) }
      }
    }
  }
}
