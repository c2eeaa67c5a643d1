/// A JSON value whose keys keep their order.
indirect enum SchemaJSON: Equatable, Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([SchemaJSON])
  case object([Member])

  struct Member: Equatable, Sendable {
    let name: String
    let value: SchemaJSON
  }

  static func members(_ members: [(String, SchemaJSON)]) -> SchemaJSON {
    .object(members.map { Member(name: $0.0, value: $0.1) })
  }

  static func texts(_ texts: [String]) -> SchemaJSON { .list(texts.map(SchemaJSON.text)) }

  func written(indent: Int = 0) -> String {
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .text(let text): return SchemaJSON.quoted(text)
    case .number(let number): return String(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let items) where items.isEmpty: return "[]"
    case .list(let items):
      let short = "[" + items.map { $0.written() }.joined(separator: ", ") + "]"
      if short.utf8.count <= 90, !short.contains("\n") { return short }
      let lines = items.map { inner + $0.written(indent: indent + 2) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members) where members.isEmpty: return "{}"
    case .object(let members):
      let lines = members.map {
        inner + SchemaJSON.quoted($0.name) + ": " + $0.value.written(indent: indent + 2)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
