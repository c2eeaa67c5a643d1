import Loyalty

/// The one form of a content: what says nothing is left out, so that equal contents are equal bytes
/// on every way (the wire, a file, the editor).
///
/// Left out are members of a block or a screen that are `null`, empty texts, empty lists and empty
/// objects of the members that this version knows; what it does not know stays as it came.
extension Screen {
  /// The content without what is the server's, in the canonical form.
  public var canonical: Screen {
    var screen = content
    screen.members = screen.members.compactMapValues(\.nonNull)
    screen.members["title"] = screen.members["title"]?.withoutEmptyTexts ?? .object([:])
    screen.blocks = blocks.map(\.canonical)
    return screen
  }

  /// Whether another one says the same to everybody; blocks that are the very same cost nothing.
  public func hasSameContent(as other: Screen) -> Bool {
    blocks.count == other.blocks.count
      && zip(blocks, other.blocks).allSatisfy { $0 == $1 || $0.canonical == $1.canonical }
      && Screen(members: members, blocks: []).canonical
        == Screen(members: other.members, blocks: []).canonical
  }
}

extension Block {
  public var canonical: Block {
    var block = self
    block.members = members.compactMapValues(\.nonNull)
    for name in ["text", "fallback", "props", "visibility"] {
      block.members[name] = block.members[name]?.withoutNulls
    }
    for name in ["text", "fallback"] {
      block.members[name] = block.members[name]?.withoutEmptyTexts
    }
    for field in kind.fields where field.isLocalized && field.path.count == 2 {
      block[field.path] = block[field.path]?.withoutEmptyTexts
    }
    for path in [Block.picturePath + ["focus"], Block.picturePath] where kind == .image {
      guard let value = block[path]?.withoutNulls else { continue }
      block[path] = value == .object([:]) ? nil : value
    }
    for name in ["tiers", "segments", "locales"] where self[["visibility", name]]?.array == [] {
      block[["visibility", name]] = nil
    }
    for name in ["text", "fallback", "props", "visibility"]
    where block.members[name] == .object([:]) {
      block.members[name] = nil
    }
    return block
  }
}

extension JSONValue {
  fileprivate var nonNull: JSONValue? { self == .null ? nil : self }

  fileprivate var withoutNulls: JSONValue {
    guard let members = object else { return self }
    return .object(members.filter { $0.value != .null })
  }

  /// `nil` when there is no text in it.
  fileprivate var withoutEmptyTexts: JSONValue? {
    guard let members = object else { return self }
    let kept = members.filter { $0.value != .string("") && $0.value != .null }
    return kept.isEmpty ? nil : .object(kept)
  }
}
