/// A block that becomes one of another kind.
extension Block {
  /// Makes it a block of another kind, and loses nothing.
  ///
  /// What the new kind does not know stays where it is. A value of a name that both have, but that
  /// means nothing to the new one (the look of a list in a banner), is laid aside under the name of
  /// its kind, and is there again on the way back.
  public mutating func become(_ kind: Kind) {
    guard kind != self.kind else { return }
    let old = self.kind
    self.kind = kind
    for field in kind.fields where field.path.count == 2 {
      guard let value = self[field.path], value != .null, !field.value.fits(value),
        let owner = Block.owner(of: value, at: field.path, last: old)
      else { continue }
      self[Block.aside(field.path, of: owner)] = value
      self[field.path] = nil
    }
    for field in kind.fields where field.path.count == 2 {
      let aside = Block.aside(field.path, of: kind)
      guard let value = self[aside] else { continue }
      if (self[field.path] ?? .null) == .null { self[field.path] = value }
      self[aside] = nil
    }
  }

  /// The kind of which a value has stayed: the last one, or one before that it means something to.
  private static func owner(of value: JSONValue, at path: [String], last: Kind) -> Kind? {
    if last.fields.contains(where: { $0.path == path }) { return last }
    return Kind.all.first { $0.fields.contains { $0.path == path && $0.value.fits(value) } }
  }

  private static func aside(_ path: [String], of kind: Kind) -> [String] {
    [path[0], "\(kind.rawValue).\(path[1])"]
  }

  /// Whether a name in `props` is that of another kind which this version knows: what the block
  /// keeps from when it was of that kind.
  public func isLeftOver(_ name: String) -> Bool {
    guard kind.isKnown else { return false }
    // Also what was laid aside: `list.style`.
    let name = name.split(separator: ".").last.map(String.init) ?? name
    return Kind.all.contains { kind in
      kind.fields.contains { $0.path.starts(with: ["props", name]) }
    }
  }
}
