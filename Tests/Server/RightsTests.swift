import Contract
import Foundation
import HTTPTypes
import Loyalty
import Server
import Testing

/// Asks the server itself about every route as everybody, with and without what it may ask for.
///
/// What is right stands in `Tests/Contract/rights.txt`, and not in the rules that the server goes by.
struct RightsTests {
  private struct Row {
    let method: String
    let path: String
    let session: String
    let role: String
    let needsKey: Bool
    let needsIfMatch: Bool

    init(_ line: Substring) throws {
      let columns = line.split(separator: " ").map(String.init)
      try #require(columns.count == 6, "\(line)")
      (method, path, session) = (columns[0], columns[1], columns[2])
      (role, needsKey, needsIfMatch) = (columns[3], columns[4] == "key", columns[5] == "if-match")
    }

    /// Whether nothing more can be asked with a session that has done it.
    var endsSession: Bool { method == "DELETE" && path.hasPrefix("/v1/me") }

    /// The status for whoever may not; `nil` for whoever may.
    func refusal(of caller: String) -> Int? {
      if caller == "guest" { return session == "needed" ? 401 : nil }
      // Has the token of nobody.
      if caller == "stranger" { return session == "none" ? nil : 401 }
      let mayDo: [String: Set] = [
        "-": ["member", "editor", "publisher", "admin"],
        "editor": ["editor", "publisher", "admin"],
        "publisher": ["publisher", "admin"], "admin": ["admin"],
      ]
      return mayDo[role, default: []].contains(caller) ? nil : 403
    }

    /// - Parameter isComplete: with a key and the tag of another version.
    func request(_ token: String?, isComplete: Bool) throws -> Request {
      var fields: HTTPFields = [:]
      fields.bearerToken = token
      if isComplete {
        fields[.idempotencyKey] = Bench.key()
        fields[.ifMatch] = "\"another\""
      }
      let body = Row.bodies["\(method) \(path)"] ?? ""
      if !body.isEmpty { fields[.contentType] = "application/json" }
      let id = path.contains("/screens/") ? "scr_news" : "id"
      return Request(
        method: try #require(HTTPRequest.Method(method)),
        target: path.replacing("{id}", with: id).replacing("{slug}", with: "news"),
        fields: fields, body: Array(body.utf8))
    }

    /// Of those who are asked what they change after it was looked at what they send.
    private static let bodies = [
      "PUT /v1/admin/screens/{id}": #"{"slug":"x","title":{"en":"X"},"blocks":[]}"#,
      "POST /v1/admin/screens/{id}/publication": #"{"at":null}"#,
      "POST /v1/admin/screens/{id}/revert": #"{"revision":"rev_x"}"#,
    ]
  }

  private static func rows() throws -> [Row] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Contract/rights.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .map(Row.init)
  }

  private static let people = [
    "member": Bench.anna, "editor": Bench.boris, "publisher": Bench.vera, "admin": Bench.admin,
  ]

  private func tokens(_ bench: Bench) async throws -> [String: String] {
    var tokens = ["stranger": "at_nobody"]
    for (caller, phone) in RightsTests.people {
      tokens[caller] = try await bench.signIn(phone).accessToken
    }
    return tokens
  }

  @Test func `who may do what, and what has to be sent for it, is as the table of rights says`()
    async throws
  {
    let bench = try Bench()
    let tokens = try await tokens(bench)
    let rows = try RightsTests.rows()
    #expect(rows.count == Route.all.count)
    for row in rows where !row.endsSession { try await ask(row, bench, tokens) }
    for row in rows where row.endsSession {
      let bench = try Bench()
      try await ask(row, bench, try await self.tokens(bench))
    }
  }

  private func ask(_ row: Row, _ bench: Bench, _ tokens: [String: String]) async throws {
    for caller in ["guest", "stranger"] + RightsTests.people.keys.sorted() {
      for isComplete in row.needsKey || row.needsIfMatch ? [false, true] : [false] {
        let request = try row.request(tokens[caller], isComplete: isComplete)
        let answer = await bench.server.respond(to: request)
        let place: Comment = "\(row.method) \(row.path) as \(caller), complete: \(isComplete)"
        if let refusal = row.refusal(of: caller) {
          #expect(answer.status.code == refusal, place)
          continue
        }
        #expect(![401, 403, 500].contains(answer.status.code), place)
        let code = answer.problem?.code
        #expect((code == .idempotencyRequired) == (row.needsKey && !isComplete), place)
        #expect((code == .preconditionRequired) == (row.needsIfMatch && !isComplete), place)
        #expect((code == .editConflict) == (row.needsIfMatch && isComplete), place)
      }
    }
  }
}
