import Contract
import Foundation
import HTTPTypes
import Loyalty
import Testing

@testable import Server

/// What the document forbids of a body, the server refuses: each constraint of each schema is
/// violated once, all else being right.
@Suite struct DescribedBodyTests {
  /// Bodies that have whatever their schema knows, so that each member of it is reached.
  private static let bodies: [(route: Route, body: String)] = [
    (.requestCode, #"{"phone":"+79990001122","channel":"sms","replaces":"otp_x"}"#),
    (.verifyCode, #"{"challenge_id":"otp_x","code":"123456"}"#),
    (.refreshSession, #"{"refresh_token":"x"}"#),
    (.readNotifications, #"{"ids":["ntf_x"]}"#),
    (
      .setPreferences,
      #"{"changes":[{"category":"points","channel":"push","is_enabled":true}]}"#
    ),
    (.setConsents, #"{"changes":[{"id":"marketing","is_given":true,"version":"2026-01"}]}"#),
    (.claimReferral, #"{"code":"X"}"#), (.promoCode, #"{"code":"X"}"#),
    (
      .purchases,
      #"{"card":"CARD","amount":{"amount":100,"currency":"RUB"},"categories":["tea"]}"#
    ),
    (
      .returns,
      """
      {"sale":"SALE","amount":{"amount":100,"currency":"RUB"},"categories":["tea"],"card":"CARD"}
      """
    ),
    (
      .changeProfile,
      #"{"first_name":"A","last_name":"B","email":"a@b.c","birthday":"1990-01-01","city":"C"}"#
    ),
    (.createScreen, #"{"slug":"x","title":{"en":"X"},"blocks":[{"id":"a","type":"divider"}]}"#),
  ]

  @Test(arguments: bodies.indices)
  func `a body that the document forbids is refused`(index: Int) async throws {
    let (route, body) = DescribedBodyTests.bodies[index]
    let document = try DescribedBodyTests.object(Array(OpenAPI.document()))
    let schemas = try #require(
      (document["components"] as? [String: Any])?["schemas"] as? [String: [String: Any]])
    let path = try #require((document["paths"] as? [String: Any])?[route.template])
    let operation = (path as? [String: [String: Any]])?[route.method.rawValue.lowercased()]
    let content = (operation?["requestBody"] as? [String: Any])?["content"] as? [String: Any]
    let media = try #require(content?[route.bodyType] as? [String: Any])
    let schema = try #require(media["schema"] as? [String: Any])
    let bench = try Bench()
    let phone = route.role == nil ? Bench.vera : Bench.admin
    let token = route.needsSession ? try await bench.signIn(phone).accessToken : nil
    let said = route.role == .admin ? try bench.sold(body) : body

    let right = try DescribedBodyTests.object(Array(said.utf8))
    let fits = await bench.send(route, body: Array(said.utf8), token: token, key: Bench.key())
    #expect(fits.problem?.code != .validationFailed)
    let wrong = Violations(schemas: schemas).of(right, schema)
    #expect(!wrong.isEmpty)
    for value in wrong {
      let body = try JSONSerialization.data(withJSONObject: value, options: .sortedKeys)
      let answer = await bench.send(route, body: Array(body), token: token, key: Bench.key())
      #expect(
        [Problem.Code.validationFailed, .otpInvalid, .unauthenticated].contains(
          answer.problem?.code),
        "\(answer.status.code) \(String(decoding: body, as: UTF8.self))")
    }
  }

  private static func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
}

extension Bench {
  /// With the names of a card and of a sale in their places.
  fileprivate func sold(_ body: String) throws -> String {
    let card = try #require(try server.store.cards(of: Member.ID("mem_anna")).first).value
    let sale = TillPurchase(
      card: card, amount: Money(amount: 40_000, currency: "RUB"), categories: ["tea"])
    return body.replacing("SALE", with: try server.sell(sale, key: "key").receipt.sale)
      .replacing("CARD", with: card)
  }
}

/// Values that break a schema in one place each.
private struct Violations {
  let schemas: [String: [String: Any]]

  func of(_ value: Any, _ schema: [String: Any]) -> [Any] {
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
      return of(value, schemas[String(name)] ?? [:])
    }
    if let choices = schema["anyOf"] as? [[String: Any]] { return of(value, choices[0]) }
    switch value {
    case let object as [String: Any]:
      let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
      let inside = object.flatMap { name, value in
        of(value, properties[name] ?? [:]).map { object.merging([name: $0]) { $1 } }
      }
      let required = schema["required"] as? [String] ?? []
      return inside + required.map { name in object.filter { $0.key != name } }
    case let list as [Any]:
      let items = list.first.map { of($0, schema["items"] as? [String: Any] ?? [:]) } ?? []
      let first = list.first.map { [$0] } ?? []
      let long = (schema["maxItems"] as? Int).map {
        Array(repeating: first, count: $0 + 1).flatMap(\.self)
      }
      return items.map { [$0] }
        + [(schema["minItems"] as? Int).map { _ in [] }, long].compactMap(\.self)
    default: return scalars(schema)
    }
  }

  private func scalars(_ schema: [String: Any]) -> [Any] {
    var wrong: [Any] = [["nested": true]]
    if let least = schema["minLength"] as? Int {
      wrong.append(String(repeating: "a", count: least - 1))
    }
    if let most = schema["maxLength"] as? Int {
      wrong.append(String(repeating: "a", count: most + 1))
    }
    if schema["pattern"] != nil || schema["enum"] != nil { wrong.append("~ no ~") }
    if let least = schema["minimum"] as? Int { wrong.append(least - 1) }
    if let most = schema["maximum"] as? Int { wrong.append(most + 1) }
    return wrong
  }
}
