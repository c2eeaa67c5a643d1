public import Loyalty

extension Block {
  /// Where the picture of an image block stands.
  public static let picturePath = ["props", "picture"]

  /// The picture that an image block shows, with its words; `nil` where none is named.
  public var picture: Picture? {
    guard kind == .image, let value = self[Block.picturePath],
      let digest = value["sha256"]?.string, Picture.isDigest(digest)
    else { return nil }
    let alt = LocalizedText(self[["props", "alt"]])
    let (x, y) = (value["focus"]?["x"]?.integer, value["focus"]?["y"]?.integer)
    var focus: Picture.Focus?
    if x != nil || y != nil {
      focus = Picture.Focus(x: Int(clamping: x ?? 50), y: Int(clamping: y ?? 50))
    }
    return Picture(
      sha256: digest, alt: alt.values.isEmpty ? nil : alt,
      fit: value["fit"]?.string.flatMap(Picture.Fit.init) ?? .cover, focus: focus)
  }
}

extension Screen {
  /// The digests of all pictures that its blocks name.
  public var pictures: Set<String> { Set(blocks.compactMap { $0.picture?.sha256 }) }
}
