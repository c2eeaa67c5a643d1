import Loyalty

/// A picture in one column: digest, fit, focus and words, split by the file separator of ASCII.
extension Columns {
  private static let betweenParts = "\u{1C}"

  static func encode(_ picture: Picture) -> String {
    [
      picture.sha256, picture.fit.rawValue, picture.focus.map { String($0.x) } ?? "",
      picture.focus.map { String($0.y) } ?? "",
      picture.alt.map { encode($0, limit: Picture.Limit.alt) } ?? "",
    ].joined(separator: betweenParts)
  }

  /// `nil` for a column that was not written so.
  static func picture(_ column: String) -> Picture? {
    let parts = column.utf8.split(separator: 0x1C, omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard parts.count == 5, Picture.isDigest(parts[0]) else { return nil }
    var focus: Picture.Focus?
    if let x = Int(parts[2]), let y = Int(parts[3]) { focus = Picture.Focus(x: x, y: y) }
    return Picture(
      sha256: parts[0], alt: parts[4].isEmpty ? nil : text(parts[4]),
      fit: Picture.Fit(rawValue: parts[1]) ?? .cover, focus: focus)
  }
}
