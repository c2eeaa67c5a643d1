import Content
import Loyalty
import YAML

/// Makes a screen of nodes and remembers where everything stood.
struct ContentReader {
  private(set) var marks: [String: YAMLMark] = [:]

  mutating func screen(_ node: YAMLNode) throws(YAMLError) -> Screen {
    let mapping = try node.mapping()
    marks[""] = node.mark
    var members: [String: JSONValue] = [:]
    for entry in mapping.entries where entry.key != "blocks" {
      let place = "/" + escaped(entry.key)
      marks[place] = entry.value.mark
      members[entry.key] =
        switch entry.key {
        case "slug": .string(try entry.value.string())
        case "title": try texts(entry.value, at: place)
        default: try value(entry.value, at: place)
        }
    }
    _ = try mapping.required("slug")
    let blocks = mapping["blocks"]
    marks["/blocks"] = blocks?.mark
    var items: [YAMLNode] = []
    if let blocks, !blocks.isNull { items = try blocks.list() }
    var list: [Block] = []
    var seen: [String: YAMLMark] = [:]
    for (index, item) in items.enumerated() {
      let block = try block(item, at: "/blocks/\(index)")
      let mark = marks["/blocks/\(index)/id"] ?? item.mark
      if let first = seen.updateValue(mark, forKey: block.id.rawValue) {
        throw YAMLError(
          en: "The id \"\(block.id)\" is that of the block in line \(first.line)",
          ru: "Идентификатор «\(block.id)» уже есть у блока в строке \(first.line)", at: mark)
      }
      list.append(block)
    }
    return Screen(members: members, blocks: list).canonical
  }

  private mutating func block(_ node: YAMLNode, at place: String) throws(YAMLError) -> Block {
    let mapping = try node.mapping()
    marks[place] = node.mark
    var block = Block(members: [:])
    block.members["id"] = .string(try mapping.required("id").string())
    block.members["type"] = .string(try mapping.required("type").string())
    let fields = block.kind.fields
    for entry in mapping.entries {
      let here = "\(place)/\(escaped(entry.key))"
      marks[here] = entry.value.mark
      switch entry.key {
      case "id", "type": break
      case "text", "fallback": block.members[entry.key] = try texts(entry.value, at: here)
      case "props":
        block.members["props"] = try object(entry.value, at: here) {
          (self, name, node, here) throws(YAMLError) in
          let field = fields.first { $0.path == ["props", name] }
          return try self.value(node, as: field?.value, at: here)
        }
      case "visibility":
        block.members["visibility"] = try object(entry.value, at: here) {
          (self, name, node, here) throws(YAMLError) in
          try self.value(node, as: name == "from" || name == "to" ? .instant : nil, at: here)
        }
      case "min_client":
        block.members["min_client"] = entry.value.isNull ? .null : .string(try entry.value.string())
      default: block.members[entry.key] = try value(entry.value, at: here)
      }
    }
    return block
  }

  private mutating func object(
    _ node: YAMLNode, at place: String,
    _ read: (inout ContentReader, String, YAMLNode, String) throws(YAMLError) -> JSONValue
  ) throws(YAMLError) -> JSONValue {
    if node.isNull { return .null }
    var members: [String: JSONValue] = [:]
    for entry in try node.mapping().entries {
      let here = "\(place)/\(escaped(entry.key))"
      marks[here] = entry.value.mark
      members[entry.key] = try read(&self, entry.key, entry.value, here)
    }
    return .object(members)
  }

  /// A text for each language; what looks like a number is a text here.
  private mutating func texts(_ node: YAMLNode, at place: String) throws(YAMLError) -> JSONValue {
    try object(node, at: place) { (_, _, node, _) throws(YAMLError) in
      node.isNull ? .null : .string(try node.string())
    }
  }

  private mutating func value(
    _ node: YAMLNode, as kind: BlockField.Value?, at place: String
  ) throws(YAMLError) -> JSONValue {
    guard !node.isNull else { return .null }
    switch kind {
    case .line, .text: return try texts(node, at: place)
    case .instant:
      let text = try node.string()
      guard Instant(rfc3339: text) != nil else {
        throw YAMLError(
          en: "\"\(text.prefix(40))\" is no moment; write one like 2026-12-31T21:00:00Z",
          ru: "«\(text.prefix(40))» — не дата и время; пишите вроде «2026-12-31T21:00:00Z»",
          at: node.mark)
      }
      return .string(text)
    case .address, .choice: return .string(try node.string())
    case .picture:
      // The name of a file, whatever it looks like.
      if case .scalar = node.content { return .string(try node.string()) }
      return try value(node, at: place)
    case .whole, .action, nil: return try value(node, at: place)
    }
  }

  /// Anything, by the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/, 10.3).
  private mutating func value(_ node: YAMLNode, at place: String) throws(YAMLError) -> JSONValue {
    switch node.content {
    case .sequence(let items):
      var values: [JSONValue] = []
      for (index, item) in items.enumerated() {
        marks["\(place)/\(index)"] = item.mark
        values.append(try value(item, at: "\(place)/\(index)"))
      }
      return .array(values)
    case .mapping:
      return try object(node, at: place) { (self, _, node, here) throws(YAMLError) in
        try self.value(node, at: here)
      }
    case .scalar(let text, let style):
      return style == .plain ? ContentReader.resolved(text) : .string(text)
    }
  }

  static func resolved(_ text: String) -> JSONValue {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default: break
    }
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let number = Set("0123456789.eE+-".utf8)
    guard let first = digits.first, first == UInt8(ascii: ".") || (0x30...0x39).contains(first),
      text.utf8.allSatisfy(number.contains)
    else { return .string(text) }
    if let whole = Int64(text) { return .integer(whole) }
    return Double(text).flatMap { $0.isFinite ? .number($0) : nil } ?? .string(text)
  }

  private func escaped(_ name: String) -> String {
    name.replacing("~", with: "~0").replacing("/", with: "~1")
  }
}
