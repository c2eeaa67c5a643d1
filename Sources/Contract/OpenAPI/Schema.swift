/// Builds JSON Schema (2020-12) the way this contract uses it.
enum Schema {
  static func reference(_ name: String) -> JSON {
    ["$ref": .string("#/components/schemas/\(name)")]
  }

  /// Every member is there (absent values are `null`); members of newer servers may be too.
  ///
  /// - Parameter optional: what a request may leave out.
  static func object(
    _ summary: String, _ members: KeyValuePairs<String, JSON>,
    optional: KeyValuePairs<String, JSON> = [:]
  ) -> JSON {
    let all = Array(members) + Array(optional)
    let schema: JSON = [
      "type": "object",
      "description": .string(summary),
      "required": .array(members.map { .string($0.key) }),
      "properties": .object(
        Dictionary(all.map { ($0.key, $0.value) }, uniquingKeysWith: { _, last in last })),
    ]
    return optional.isEmpty ? schema : schema.merging(["additionalProperties": true])
  }

  static func list(of element: JSON) -> JSON {
    ["type": "array", "items": element]
  }

  static func page(of element: String) -> JSON {
    object(
      "One page of a list.",
      ["data": list(of: reference(element)), "page": reference("PageInfo")])
  }

  static func nullable(_ schema: JSON) -> JSON {
    ["anyOf": [schema, ["type": "null"]]]
  }

  /// An object from language tags (BCP 47) to values.
  static func localized(_ value: JSON) -> JSON {
    ["type": "object", "additionalProperties": value, "examples": [["en": "…", "ru": "…"]]]
  }

  /// Values that this version knows; others may follow, and clients keep them.
  static func openEnum(_ known: [String]) -> JSON {
    ["type": "string", "minLength": 1, "examples": .array(known.map { .string($0) })]
  }

  static func text(_ description: String) -> JSON {
    ["type": "string", "description": .string(description)]
  }

  static func whole(_ description: String, _ range: ClosedRange<Int>? = nil) -> JSON {
    let schema: JSON = ["type": "integer", "description": .string(description)]
    guard let range else { return schema }
    return schema.merging(
      ["minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)])
  }

  static let id: JSON = ["type": "string", "minLength": 1, "description": "Opaque."]
  static let string: JSON = ["type": "string"]
  static let instant: JSON = [
    "type": "string", "format": "date-time", "description": "RFC 3339, in UTC.",
  ]
  static let day: JSON = [
    "type": "string", "format": "date", "description": "A day in the program's zone.",
  ]
  static let points: JSON = [
    "type": "integer", "format": "int64",
    "description": "Minor units; the program's points_scale says how many digits are decimals.",
  ]
  static let phone: JSON = [
    "type": "string", "description": "E.164.", "examples": ["+79161234567"],
    "pattern": #"^\+(7[0-9]{10}|[1-689][0-9]{7,14})$"#,
  ]
  static let version: JSON = [
    "type": "string", "description": "Major.Minor.Patch.",
    "pattern": #"^(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})$"#,
  ]
  static let roles = list(of: openEnum(["member", "editor", "publisher", "admin"]))

  /// What several resources are made of.
  static let common: [String: JSON] = [
    "LocalizedText": localized(string),
    "Money": object(
      "An amount of money.",
      [
        "amount": whole("Minor units."),
        "currency": ["type": "string", "pattern": "^[A-Z]{3}$", "description": "ISO 4217."],
      ]),
  ]
}
