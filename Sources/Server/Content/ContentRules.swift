import Content
import Contract
import Loyalty

/// What may be stored: a screen that can be told apart, merged and drawn.
///
/// What is merely not good enough to be published is stored all the same.
struct ContentRules {
  static let mostScreens: Int64 = 500
  /// Values inside one another.
  private static let depth = 24
  /// Bytes of an id or a type.
  private static let longestName = 100

  let language: Language

  func check(_ screen: Screen) throws(Problem) {
    guard Screen.isSlug(screen.slug) else { throw refusal("/slug", .badSlug, screen.slug) }
    try checkTexts(screen.members["title"], at: "/title")
    try check(tab: screen.members["tab"] ?? .null)
    for name in ["title", "tab"] {
      let length = screen.members[name].map { Wire.encode($0).count } ?? 0
      guard length <= ContentLimits.head else {
        throw refusal("/\(name)", .tooLong, String(ContentLimits.head))
      }
    }
    guard screen.blocks.count <= ContentLimits.blocks else {
      throw refusal("/blocks", .tooLong, String(ContentLimits.blocks))
    }
    for (name, value) in screen.members { try check(value, named: name, at: "") }
    var seen = Set<Block.ID>()
    for (index, block) in screen.blocks.enumerated() {
      let place = "/blocks/\(index)"
      let id = block.id.rawValue
      guard !id.isEmpty, id.utf8.count <= ContentRules.longestName, id == cleaned(id),
        seen.insert(block.id).inserted
      else { throw refusal("\(place)/id", .duplicateID, cleaned(id, limit: 40)) }
      try check(block, at: place)
    }
  }

  private func check(_ block: Block, at place: String) throws(Problem) {
    let kind = block.kind.rawValue
    guard !kind.isEmpty, kind.utf8.count <= ContentRules.longestName, kind == cleaned(kind) else {
      throw refusal("\(place)/type", .missingField, "type")
    }
    for name in ["text", "fallback"] {
      try checkTexts(block.members[name], at: "\(place)/\(name)")
    }
    for name in ["props", "visibility"] {
      let value = block.members[name] ?? .null
      guard value == .null || value.object != nil else {
        throw refusal("\(place)/\(name)", .badValue, "")
      }
    }
    let instants =
      [["visibility", "from"], ["visibility", "to"]]
      + block.kind.fields.filter { $0.value == .instant }.map(\.path)
    for path in instants {
      guard let value = block[path], value != .null, value != "" else { continue }
      guard value.string.flatMap(Instant.init(rfc3339:)) != nil else {
        throw refusal(
          "\(place)/\(path.joined(separator: "/"))", .badInstant, value.string ?? "")
      }
    }
    for (name, value) in block.members { try check(value, named: name, at: place) }
  }

  private func checkTexts(_ value: JSONValue?, at place: String) throws(Problem) {
    guard let value, value != .null else { return }
    guard let texts = value.object, texts.values.allSatisfy({ $0.string != nil || $0 == .null })
    else { throw refusal(place, .badValue, "") }
  }

  private func check(tab: JSONValue) throws(Problem) {
    guard tab != .null else { return }
    guard let place = tab["place"]?.string, !place.isEmpty,
      let position = tab["position"]?.integer, Screen.positions.contains(Int(clamping: position))
    else { throw refusal("/tab", .badValue, "") }
  }

  /// Nothing is so long or so deep that a client could choke on it.
  private func check(
    _ value: JSONValue, named name: String, at place: String
  ) throws(Problem) {
    guard let fault = ContentRules.fault(in: value, depth: 1) else { return }
    throw refusal("\(place)/\(ContentRules.escaped(name))\(fault.place)", fault.code, fault.detail)
  }

  /// What is wrong inside of a value; the place is put together on the way out, as most values are
  /// right.
  private struct Fault {
    var code: Finding.Code
    var place = ""
    var detail = ""

    func inside(_ step: String) -> Fault {
      var fault = self
      fault.place = "/\(step)\(place)"
      return fault
    }
  }

  private static func fault(in value: JSONValue, depth: Int) -> Fault? {
    guard depth <= ContentRules.depth else { return Fault(code: .tooLong) }
    switch value {
    case .string(let text):
      let isShort =
        text.utf8.count <= ContentLimits.text
        || text.utf8.count <= ContentLimits.text * 4 && text.count <= ContentLimits.text
      return isShort ? nil : Fault(code: .tooLong, detail: String(ContentLimits.text))
    case .array(let values):
      for (index, value) in values.enumerated() {
        if let fault = fault(in: value, depth: depth + 1) { return fault.inside("\(index)") }
      }
    case .object(let members):
      for (name, value) in members {
        guard name.utf8.count <= ContentRules.longestName, name == cleaned(name) else {
          return Fault(code: .controlCharacter)
        }
        if let fault = fault(in: value, depth: depth + 1) { return fault.inside(escaped(name)) }
      }
    case .null, .bool, .integer, .number: break
    }
    return nil
  }

  private static func escaped(_ name: String) -> String {
    cleaned(name, limit: 40).replacing("~", with: "~0").replacing("/", with: "~1")
  }

  private func refusal(_ place: String, _ code: Finding.Code, _ detail: String) -> Problem {
    let finding = Finding(
      code: code, severity: .error, path: [], detail: cleaned(detail, limit: 80))
    return .invalid(place, code.rawValue, finding.words(in: language), in: language)
  }
}

extension Screen {
  /// Without characters that could move a cursor, in any text of it.
  var cleaned: Screen {
    Screen(
      members: members.mapValues(\.cleaned),
      blocks: blocks.map { Block(members: $0.members.mapValues(\.cleaned)) })
  }
}

extension JSONValue {
  fileprivate var cleaned: JSONValue {
    switch self {
    case .string(let text):
      .string(Loyalty.cleaned(text, limit: ContentLimits.text, keepingNewlines: true))
    case .array(let values): .array(values.map(\.cleaned))
    case .object(let members): .object(members.mapValues(\.cleaned))
    case .null, .bool, .integer, .number: self
    }
  }
}
