import Content
public import Loyalty
import SQLite

/// A picture as the operator sees it.
public struct ListedPicture: Hashable, Sendable {
  public let sha256: String
  /// `png`, `jpeg` or `webp`.
  public let kind: String
  /// Pixels.
  public let width: Int
  /// Pixels.
  public let height: Int
  public let bytes: Int
  /// When it came, or came once more.
  public let createdAt: Instant
  /// Whether a screen, a revision of one that is kept, or what the program has names it.
  public var isUsed: Bool
}

extension LoyaltyServer {
  /// What came within a day stays: what is to name it may not be saved yet.
  ///
  /// Seconds.
  static let pictureGrace: Int64 = 86_400

  /// All pictures, the oldest first.
  public func pictures() throws -> [ListedPicture] {
    try store.database.read { connection in
      let used = try PictureUse(connection).digests
      return try connection.query(
        """
        SELECT sha256, kind, width, height, size, created_at FROM picture
        ORDER BY created_at, sha256
        """
      ) { row in
        ListedPicture(
          sha256: row.text(0), kind: row.text(1), width: Int(row.int(2)), height: Int(row.int(3)),
          bytes: Int(row.int(4)), createdAt: Instant(milliseconds: row.int(5)),
          isUsed: used.contains(row.text(0)))
      }
    }
  }

  /// Those that a purge removes: nothing names them, and they are older than a day.
  public func outdatedPictures() throws -> [ListedPicture] {
    let end = clock.now.adding(seconds: -Self.pictureGrace)
    return try pictures().filter { !$0.isUsed && $0.createdAt < end }
  }

  /// Removes the pictures that nothing names.
  ///
  /// - Returns: those that have gone.
  public func purgePictures() throws -> [ListedPicture] {
    try store.database.write(locking: []) { connection in
      // In the unit that removes them: a screen may have come to name one.
      let outdated = try outdatedPictures()
      for picture in outdated {
        try connection.execute(
          "DELETE FROM picture WHERE sha256 = ?", [.text(picture.sha256)])
      }
      return outdated
    }
  }
}

/// Which pictures are named: by what the program has, and by all revisions of screens that are kept,
/// the drafts and the published ones among them.
private struct PictureUse {
  private(set) var digests: Set<String> = []

  private static let texts = [
    "SELECT body FROM program", "SELECT value FROM setting WHERE name = 'intro'",
    "SELECT picture FROM reward WHERE picture IS NOT NULL", "SELECT body FROM promotion",
    "SELECT body FROM store", "SELECT content FROM screen_revision",
  ]

  init(_ connection: Connection) throws {
    for query in Self.texts {
      let found = try connection.query(query) { PictureUse.digests(in: $0.text(0)) }
      for digests in found { self.digests.formUnion(digests) }
    }
  }

  /// Whatever looks like a digest: what a picture stands in is others' business.
  private static func digests(in text: String) -> Set<String> {
    var digests = Set<String>()
    for word in text.utf8.split(whereSeparator: { !isDigit($0) }) where word.count == 64 {
      digests.insert(String(Substring(word)))
    }
    return digests
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}
