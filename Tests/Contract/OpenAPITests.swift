import Foundation
import HTTPTypes
import Testing

@testable import Contract

@Suite struct OpenAPITests {
  /// Read once for all routes.
  // NB: what JSONSerialization makes is not marked as Sendable; nothing writes into it.
  nonisolated(unsafe) private static let whole = Result {
    try JSONSerialization.jsonObject(with: Data(OpenAPI.document()))
  }

  private let document: [String: Any]

  init() throws { document = try #require(Self.whole.get() as? [String: Any]) }

  private func member(_ path: String...) throws -> [String: Any] {
    try path.reduce(document) { try #require($0[$1] as? [String: Any], "no \($1)") }
  }

  @Test func `each route is an operation of the document, and nothing else is`() throws {
    var documented: Set<String> = []
    for (path, item) in try member("paths") {
      for method in try #require(item as? [String: Any]).keys {
        documented.insert("\(method.uppercased()) \(path)")
      }
    }
    #expect(documented == Set(Route.all.map { "\($0.method.rawValue) \($0.template)" }))
  }

  @Test(arguments: Route.all)
  func `an operation asks for what its route needs`(route: Route) throws {
    let operation = try member("paths", route.template, route.method.rawValue.lowercased())
    let references = (operation["parameters"] as? [[String: String]] ?? []).compactMap {
      $0["$ref"]
    }
    #expect(
      references.contains("#/components/parameters/IdempotencyKey") == route.needsIdempotencyKey)
    #expect((operation["security"] as? [Any])?.isEmpty == !route.acceptsSession)
    let responses = try #require(operation["responses"] as? [String: Any])
    #expect((responses["401"] != nil) == (route.acceptsSession || route == .refreshSession))
    let notTaken = try #require(responses["400"] as? [String: Any])["description"] as? String
    #expect(notTaken?.contains("idempotency_required") == route.needsIdempotencyKey)
    #expect(notTaken?.contains("bad_request") == true)
    #expect((responses["409"] != nil) == route.needsIdempotencyKey)
    #expect(responses["500"] != nil)
    let body = operation["requestBody"] as? [String: Any]
    #expect((body?["x-max-bytes"] as? Int) == (route.takesBody ? route.largestBody : nil))
    for status in ["413", "414", "431"] { #expect(responses[status] != nil) }
    let success = responses.keys.filter { $0.hasPrefix("2") }
    #expect(success.count == (route.endpoint.answer.repeated == nil ? 1 : 2))
  }

  @Test func `every reference leads somewhere and every component is used`() throws {
    var references: Set<String> = []
    func collect(_ value: Any) {
      if let object = value as? [String: Any] {
        if let reference = object["$ref"] as? String { references.insert(reference) }
        object.values.forEach(collect)
      } else if let array = value as? [Any] {
        array.forEach(collect)
      }
    }
    collect(document)
    var components: Set<String> = []
    for kind in ["schemas", "parameters", "headers"] {
      for name in try member("components", kind).keys {
        components.insert("#/components/\(kind)/\(name)")
      }
    }
    #expect(references == components)
  }

  @Test func `every problem code is known to the document`() throws {
    let code = try member("components", "schemas", "Problem", "properties", "code")
    #expect(code["examples"] as? [String] == Problem.Code.all.map(\.rawValue))
    let text = String(decoding: OpenAPI.document(), as: UTF8.self)
    for code in Problem.Code.all {
      #expect(text.contains(code.rawValue))
    }
  }

  @Test func `what the types write is exactly what the schemas list`() throws {
    let schemas = try #require(try member("components", "schemas") as? [String: [String: Any]])
    let checker = SchemaChecker(schemas: schemas)
    for sample in Sample.all {
      let value = try JSONSerialization.jsonObject(
        with: Data(sample.body), options: .fragmentsAllowed)
      let reference = ["$ref": "#/components/schemas/\(sample.schema)"]
      #expect(checker.violations(value, reference, at: sample.schema) == [])
    }
    #expect(checker.visited == Set(schemas.keys))
    #expect(checker.seenNull == checker.nullables)
    #expect(checker.seenValue == checker.nullables)
  }

  @Test(arguments: [
    #"{"status":"ok"}"#, #"{"status":"ok","version":"0.1.0","more":1}"#,
    #"{"status":"ok","version":null}"#, #"{"status":1,"version":"0.1.0"}"#,
    #"{"status":"ok","version":"v1"}"#,
  ])
  func `the check itself sees members that are missing, new, null or of another type`(
    text: String
  ) throws {
    let schemas = try #require(try member("components", "schemas") as? [String: [String: Any]])
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let found = SchemaChecker(schemas: schemas)
      .violations(value, ["$ref": "#/components/schemas/Health"], at: "Health")
    #expect(!found.isEmpty)
  }
}
