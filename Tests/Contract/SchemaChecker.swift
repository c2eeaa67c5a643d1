import Foundation

/// Checks values against the document's schemas as strictly as drift between both demands: an
/// object has exactly the members that its schema lists.
final class SchemaChecker {
  let schemas: [String: [String: Any]]
  /// Names of the schemas that a value was checked against.
  private(set) var visited: Set<String> = []
  /// Nullable members, as `Schema.member`, that were once null, and once not.
  private(set) var seenNull: Set<String> = []
  private(set) var seenValue: Set<String> = []

  init(schemas: [String: [String: Any]]) {
    self.schemas = schemas
  }

  /// Every nullable member of every schema, as `Schema.member`.
  var nullables: Set<String> {
    var found: Set<String> = []
    for (name, schema) in schemas {
      for (member, value) in schema["properties"] as? [String: [String: Any]] ?? [:]
      where value["anyOf"] != nil {
        found.insert("\(name).\(member)")
      }
    }
    return found
  }

  /// What is wrong, each with its place; empty when nothing is.
  func violations(_ value: Any, _ schema: [String: Any], at place: String) -> [String] {
    // Anything fits a schema that says nothing.
    if schema.isEmpty { return [] }
    if let reference = schema["$ref"] as? String {
      let name = String(reference.split(separator: "/").last ?? "")
      guard let target = schemas[name] else { return ["\(place): no schema \(name)"] }
      visited.insert(name)
      return violations(value, target, at: name)
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      if value is NSNull { seenNull.insert(place) } else { seenValue.insert(place) }
      let attempts = choices.map { violations(value, $0, at: place) }
      return attempts.contains([]) ? [] : ["\(place): fits none of its schemas \(attempts)"]
    }
    switch (schema["type"] as? String, value) {
    case ("object", let object as [String: Any]): return members(object, schema, at: place)
    case ("array", let array as [Any]):
      let items = schema["items"] as? [String: Any] ?? [:]
      return array.flatMap { violations($0, items, at: place) }
    case ("string", let text as String): return check(text, schema, at: place)
    case ("integer", let number as NSNumber) where !isBoolean(number):
      let range = (schema["minimum"] as? Int64 ?? .min)...(schema["maximum"] as? Int64 ?? .max)
      return range.contains(number.int64Value) ? [] : ["\(place): \(number) out of \(range)"]
    case ("boolean", let number as NSNumber) where isBoolean(number): return []
    case ("null", is NSNull): return []
    default: return ["\(place): \(value) is no \(schema["type"] ?? "value of this schema")"]
    }
  }

  private func members(
    _ object: [String: Any], _ schema: [String: Any], at place: String
  ) -> [String] {
    if let values = schema["additionalProperties"] as? [String: Any] {
      return object.values.flatMap { violations($0, values, at: place) }
    }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let required = Set(schema["required"] as? [String] ?? [])
    var problems: [String] = []
    // A patch names what it changes: its schema asks for nothing.
    let isPatch = schema["required"] == nil
    // What people write may have less than all, and more than we know.
    if schema["additionalProperties"] as? Bool == true {
      return required.subtracting(object.keys).map { "\(place): no \($0)" }
        + known(object, properties, at: place)
    }
    if !isPatch, required != Set(properties.keys) {
      problems.append("\(place): members not all required")
    }
    let difference =
      isPatch
      ? Set(object.keys).subtracting(properties.keys).sorted()
      : Set(object.keys).symmetricDifference(properties.keys).sorted()
    if !difference.isEmpty { problems.append("\(place): only on one side: \(difference)") }
    return problems + known(object, properties, at: place)
  }

  private func known(
    _ object: [String: Any], _ properties: [String: [String: Any]], at place: String
  ) -> [String] {
    object.flatMap { key, value in
      properties[key].map { violations(value, $0, at: "\(place).\(key)") } ?? []
    }
  }

  private func check(_ text: String, _ schema: [String: Any], at place: String) -> [String] {
    if let pattern = schema["pattern"] as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      return ["\(place): \(text) does not match \(pattern)"]
    }
    if let known = schema["enum"] as? [String], !known.contains(text) {
      return ["\(place): \(text) is none of \(known)"]
    }
    return text.count >= schema["minLength"] as? Int ?? 0 ? [] : ["\(place): too short"]
  }

  private func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c"
  }
}
