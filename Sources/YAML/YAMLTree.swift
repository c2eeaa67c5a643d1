import CYAML

/// A document to be written.
public indirect enum YAMLTree: Hashable, Sendable {
  /// A text, quoted wherever a reader of YAML 1.1 or 1.2 would take it for something else.
  case text(String)
  /// A number, a truth value or `null`, written as it is.
  case plain(String)
  case sequence([YAMLTree])
  /// In this order; no name stands twice.
  case mapping([(name: String, value: YAMLTree)])

  public static func == (left: YAMLTree, right: YAMLTree) -> Bool {
    switch left {
    case .text(let one):
      if case .text(let other) = right { one == other } else { false }
    case .plain(let one):
      if case .plain(let other) = right { one == other } else { false }
    case .sequence(let one):
      if case .sequence(let other) = right { one == other } else { false }
    case .mapping(let one):
      if case .mapping(let other) = right {
        one.map(\.name) == other.map(\.name) && one.map(\.value) == other.map(\.value)
      } else {
        false
      }
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .text(let text), .plain(let text): hasher.combine(text)
    case .sequence(let items): hasher.combine(items)
    case .mapping(let members): hasher.combine(members.map(\.name))
    }
  }

  /// The document as text in block style; `nil` when the memory runs out.
  public var written: String? {
    guard let writer = cyaml_writer_open() else { return nil }
    defer { cyaml_writer_close(writer) }
    write(with: writer)
    var count = 0
    guard let bytes = cyaml_writer_finish(writer, &count) else { return nil }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  private func write(with writer: OpaquePointer) {
    switch self {
    case .text(let text): YAMLTree.write(text, YAMLTree.style(of: text), with: writer)
    case .plain(let text): YAMLTree.write(text, CYAML_PLAIN, with: writer)
    case .sequence(let items):
      let isShort = items.count <= 8 && items.allSatisfy(\.isShortScalar)
      cyaml_write_sequence(writer, isShort ? 1 : 0)
      for item in items { item.write(with: writer) }
      cyaml_write_sequence_end(writer)
    case .mapping(let members):
      cyaml_write_mapping(writer, members.isEmpty ? 1 : 0)
      for (name, value) in members {
        YAMLTree.write(
          name, YAMLTree.isPlain(name) ? CYAML_PLAIN : CYAML_DOUBLE_QUOTED, with: writer)
        value.write(with: writer)
      }
      cyaml_write_mapping_end(writer)
    }
  }

  private static func write(
    _ text: String, _ style: cyaml_style, with writer: OpaquePointer
  ) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      // A text without bytes may have no address.
      guard let base = buffer.baseAddress else {
        var nothing: UInt8 = 0
        return cyaml_write_scalar(writer, &nothing, 0, style)
      }
      cyaml_write_scalar(writer, base, buffer.count, style)
    }
  }

  private var isShortScalar: Bool {
    switch self {
    case .text(let text), .plain(let text): text.utf8.count <= 24 && !text.contains("\n")
    case .sequence, .mapping: false
    }
  }
}

extension YAMLTree {
  /// Lines of a text stay lines where nothing of them would get lost.
  private static func style(of text: String) -> cyaml_style {
    if isPlain(text) { return CYAML_PLAIN }
    guard text.contains("\n"), !text.hasPrefix(" "), !text.hasPrefix("\n"), !text.hasSuffix(" "),
      text.unicodeScalars.allSatisfy({ $0 == "\n" || $0.value >= 0x20 && $0.value < 0xFFFE })
    else { return CYAML_DOUBLE_QUOTED }
    return CYAML_LITERAL
  }

  /// Whether no reader could take the text for anything but itself.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic,
      !text.hasSuffix(" "), !words.contains(text.lowercased())
    else { return false }
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      guard
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || safe.contains(scalar)
      else { return false }
      // ": " begins a value, " #" a comment.
      if before == ":", scalar == " " { return false }
      before = scalar
    }
    return before != ":"
  }

  private static let safe = Set(" _-.,/!?()+=;–—«»…:".unicodeScalars)
  private static let words: Set<String> = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null",
  ]
}
