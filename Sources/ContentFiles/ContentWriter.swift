public import Content
import Loyalty
import YAML

extension ContentFile {
  /// The screen as a file.
  ///
  /// - Parameters:
  ///   - old: what stands there now: comments before a block, and at the head, stay.
  ///   - pictures: the names of those beside it, by their digests.
  public static func text(
    of screen: Screen, over old: String? = nil, pictures: [String: String] = [:]
  ) -> String {
    let named = screen.canonical.namingPictures(pictures)
    let text = ContentWriter.tree(of: named).written ?? ""
    guard let old else { return text }
    let words = String(decoding: old.utf8.withoutByteOrderMark, as: UTF8.self)
    return FileComments(words).put(into: text)
  }
}

/// Puts names into the order in which people read them.
enum ContentWriter {
  private static let screenNames = ["slug", "tab", "title"]
  private static let blockNames = [
    "id", "type", "text", "props", "visibility", "min_client", "fallback",
  ]

  static func tree(of screen: Screen) -> YAMLTree {
    var members = ordered(screen.members, screenNames)
    members.append(
      (
        name: "blocks",
        value: .sequence(screen.blocks.map { .mapping(ordered($0.members, blockNames)) })
      ))
    return .mapping(members)
  }

  private static func ordered(
    _ members: [String: JSONValue], _ names: [String]
  ) -> [(name: String, value: YAMLTree)] {
    let known = names.compactMap { name in members[name].map { (name: name, value: tree(of: $0)) } }
    let others = members.filter { !names.contains($0.key) }.sorted { $0.key < $1.key }
    return known + others.map { (name: $0.key, value: tree(of: $0.value)) }
  }

  private static func tree(of value: JSONValue) -> YAMLTree {
    switch value {
    case .null: .plain("null")
    case .bool(let flag): .plain(flag ? "true" : "false")
    case .integer(let number): .plain(String(number))
    case .number(let number): .plain(String(number))
    case .string(let text): .text(text)
    case .array(let values): .sequence(values.map { tree(of: $0) })
    case .object(let members): .mapping(ordered(members, ["kind", "target"]))
    }
  }
}

/// Comments that people wrote into a file; libyaml passes them over, so they are found as lines.
struct FileComments {
  private var head: [Substring] = []
  /// By the id of the block that they stand before.
  private var ofBlocks: [String: [Substring]] = [:]

  init(_ text: String) {
    var waiting: [Substring] = []
    var isHead = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let content = line.drop { $0 == " " }
      if content.hasPrefix("#") {
        waiting.append(line)
      } else if let id = FileComments.id(content) {
        if !waiting.isEmpty { ofBlocks[id] = waiting }
        waiting = []
        isHead = false
      } else if !content.isEmpty {
        if isHead { head = waiting }
        waiting = []
        isHead = false
      }
    }
  }

  func put(into text: String) -> String {
    guard !head.isEmpty || !ofBlocks.isEmpty else { return text }
    var lines = head
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let id = FileComments.id(line.drop { $0 == " " }) { lines += ofBlocks[id] ?? [] }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  /// The id in the first line of a block: `- id: hello`.
  private static func id(_ line: Substring) -> String? {
    guard line.hasPrefix("- id:") else { return nil }
    return String(line.dropFirst(5).drop { $0 == " " })
  }
}
