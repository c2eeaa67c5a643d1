import Loyalty

extension Lint {
  /// An image block shows something, and what it shows is there.
  mutating func checkPicture(of block: Block) {
    guard block.kind == .image else { return }
    let picture = block[Block.picturePath] ?? .null
    guard picture == .null || picture.object != nil else {
      return add(.badValue, .error, Block.picturePath, picture.shortly)
    }
    for part in Lint.oddParts(ofPicture: picture) {
      add(.badValue, .error, Block.picturePath + part, picture[path: part]?.shortly ?? "")
    }
    let digest = picture["sha256"] ?? .null
    if digest == .null || digest == "" {
      let url = block[["props", "url"]] ?? .null
      if url == .null || url == "" { add(.missingField, .error, Block.picturePath, "picture") }
    } else if let digest = digest.string, ground.pictures?.contains(digest) == false {
      add(.missingPicture, .error, Block.picturePath, String(digest.prefix(12)))
    }
  }

  /// Places in the value of a picture where something stands that cannot.
  static func oddParts(ofPicture value: JSONValue) -> [[String]] {
    let (fits, sides) = (Picture.Fit.allCases.map(\.rawValue), Picture.Focus.range)
    let parts: [([String], (JSONValue) -> Bool)] = [
      (["sha256"], { $0 == "" || $0.string.map(Picture.isDigest) ?? false }),
      (["fit"], { BlockField.Value.choice(fits).fits($0) }),
      (["focus", "x"], { BlockField.Value.whole(sides).fits($0) }),
      (["focus", "y"], { BlockField.Value.whole(sides).fits($0) }),
    ]
    return parts.filter { path, fits in
      let part = value[path: path] ?? .null
      return part != .null && !fits(part)
    }.map(\.0)
  }
}
