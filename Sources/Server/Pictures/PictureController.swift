import Contract
import HTTPTypes
import Loyalty
import SQLite

/// Pictures by the digests of their bytes: everybody may have them, editors bring them.
struct PictureController {
  let server: LoyaltyServer

  /// More would be somebody's mistake, or mischief.
  static let most: Int64 = 2_000

  func picture(_ digest: String, _ context: RequestContext) throws -> Response {
    let row = try server.store.database.read { connection in
      try connection.first(
        "SELECT kind, bytes FROM picture WHERE sha256 = ?", [.text(digest)]
      ) { (kind: $0.text(0), bytes: $0.blob(1)) }
    }
    guard let row else { throw Problem(.notFound, in: context.language) }
    let kind = PictureHead.Kind(rawValue: row.kind)
    return .immutable(
      row.bytes, type: kind?.mediaType ?? "application/octet-stream", digest: digest,
      for: context.request)
  }

  func put(_ context: RequestContext) throws -> Response {
    guard let sent = try context.picture.get() else {
      throw Problem(.notFound, in: context.language)
    }
    let stored = StoredPicture(
      sha256: sent.sha256, kind: sent.head.kind.rawValue, bytes: context.request.body.count,
      width: sent.head.width, height: sent.head.height)
    let author = try context.member()
    let isNew = try server.store.database.write(locking: []) { connection in
      let count = try connection.first("SELECT count(*) FROM picture") { $0.int(0) } ?? 0
      let isNew = try server.store.keep(
        context.request.body, stored, by: author, at: context.now, connection)
      guard !isNew || count < Self.most else { throw full(context) }
      return isNew
    }
    return .json(stored, status: isNew ? .created : .ok)
  }

  private func full(_ context: RequestContext) -> Problem {
    Problem(
      .limitReached, in: context.language,
      detail: context.language == .russian
        ? "На сервере \(Self.most) картинок; лишние убирает «loyalhub-server pictures purge»."
        : "The server holds \(Self.most) pictures; loyalhub-server pictures purge removes unused "
          + "ones.")
  }
}

extension ServerStore {
  /// Keeps a picture whose bytes have been looked at.
  ///
  /// - Parameter author: `nil` of those that come with the program's files.
  /// - Returns: whether it was not there yet.
  @discardableResult
  func keep(
    _ bytes: [UInt8], _ picture: StoredPicture, by author: Member.ID?, at now: Instant,
    _ connection: Connection
  ) throws -> Bool {
    let isNew =
      try connection.execute(
        """
        INSERT INTO picture (sha256, kind, width, height, size, created_at, created_by, bytes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING
        """,
        [
          .text(picture.sha256), .text(picture.kind), .integer(Int64(picture.width)),
          .integer(Int64(picture.height)), .integer(Int64(bytes.count)), .integer(now.rawValue),
          .optional(author?.rawValue), .blob(bytes),
        ]) > 0
    guard !isNew else { return true }
    // What is to name it may not be saved yet: a purge waits as for a new one.
    try connection.execute(
      "UPDATE picture SET created_at = ? WHERE sha256 = ? AND created_at < ?",
      [
        .integer(now.rawValue), .text(picture.sha256),
        .integer(now.adding(seconds: -LoyaltyServer.pictureGrace / 2).rawValue),
      ])
    return false
  }
}
