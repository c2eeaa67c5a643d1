import Foundation
import Loyalty
import Testing

@testable import Contract

/// The answer of each resource, as full as the contract's samples can make it: what may be `null` has
/// a value, and each list has one element.
struct FullBodies {
  private let schemas: [String: [String: Any]]
  /// What samples have, by its place: `Schema.member`.
  private var values: [String: Any] = [:]

  /// Made once for all resources.
  // NB: what JSONSerialization makes is not marked as Sendable; nothing writes into it.
  nonisolated(unsafe) static let made = Result { try FullBodies() }

  private init() throws {
    let document = try JSONSerialization.jsonObject(with: Data(OpenAPI.document()))
    let components = (document as? [String: Any])?["components"] as? [String: Any]
    schemas = try #require(components?["schemas"] as? [String: [String: Any]])
    for sample in Sample.all {
      let body = try JSONSerialization.jsonObject(
        with: Data(sample.body), options: .fragmentsAllowed)
      note(body, schemas[sample.schema] ?? [:], sample.schema)
    }
  }

  func body(of resource: Resource) throws -> Any {
    let name = try #require(resource.endpoint.answer.schema)
    return try #require(try full(schemas[name] ?? [:], name), "\(resource)")
  }

  private mutating func note(_ value: Any, _ schema: [String: Any], _ place: String) {
    if value is NSNull { return }
    if let name = FullBodies.name(in: schema) { return note(value, schemas[name] ?? [:], name) }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      return note(value, choices.first ?? [:], place)
    }
    if let list = value as? [Any] {
      for element in list { note(element, schema["items"] as? [String: Any] ?? [:], place + "/*") }
      return
    }
    let members = value as? [String: Any]
    if members?.isEmpty != true { values[place] = values[place] ?? value }
    for (key, member) in members ?? [:] {
      if let known = (schema["properties"] as? [String: [String: Any]])?[key] {
        note(member, known, "\(place).\(key)")
      } else if let any = schema["additionalProperties"] as? [String: Any] {
        note(member, any, place + "/*")
      }
    }
  }

  /// `nil` where no sample has a value.
  private func full(_ schema: [String: Any], _ place: String) throws -> Any? {
    if let name = FullBodies.name(in: schema) { return try full(schemas[name] ?? [:], name) }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      return try full(choices.first ?? [:], place)
    }
    if let items = schema["items"] as? [String: Any] {
      return try full(items, place + "/*").map { [$0] }
    }
    if let properties = schema["properties"] as? [String: [String: Any]] {
      let required = schema["required"] as? [String] ?? []
      var object: [String: Any] = [:]
      for (key, member) in properties {
        object[key] = try full(member, "\(place).\(key)")
        if required.contains(key) {
          try #require(object[key] != nil, "no sample has a value of \(place).\(key)")
        }
      }
      return object
    }
    if let any = schema["additionalProperties"] as? [String: Any],
      let members = values[place] as? [String: Any]
    {
      return try members.compactMapValues { _ in try full(any, place + "/*") }
    }
    return values[place]
  }

  private static func name(in schema: [String: Any]) -> String? {
    (schema["$ref"] as? String)?.split(separator: "/").last.map(String.init)
  }
}
