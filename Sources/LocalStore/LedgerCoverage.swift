import Loyalty
import SQLite

/// Which stretches of the ledger are here without a missing line, the newest first.
///
/// Pages come newest first and then older and older. Whoever was away for long gets a newest page
/// that does not reach down to what is stored: then there are two stretches with a hole between
/// them, and the older pages of the upper one fill it. Nothing is assumed about who fetched what
/// when: any page is a stretch of its own, and stretches that share a line become one.
struct LedgerCoverage: Equatable {
  struct Stretch: Equatable {
    /// Its newest line.
    var top: LedgerPosition
    /// Its oldest line, and what asks the server for the page below; `nil` at the ledger's end.
    var end: End?

    struct End: Equatable {
      var bottom: LedgerPosition
      var cursor: String
    }

    func meets(_ other: Stretch) -> Bool { reaches(other.top) && other.reaches(top) }

    func reaches(_ position: LedgerPosition) -> Bool {
      end.map { $0.bottom <= position } ?? true
    }
  }

  private(set) var stretches: [Stretch] = []

  var isComplete: Bool { stretches.count == 1 && stretches[0].end == nil }
  /// What asks for the page below the newest stretch.
  var nextCursor: String? { stretches.first?.end?.cursor }
  /// The oldest line above which none is missing; `nil` when all are here.
  var floor: LedgerPosition? { stretches.first?.end?.bottom }

  /// A page that was asked for without a cursor.
  ///
  /// - Parameter cursor: asks for the next page; `nil` at the end of the ledger.
  mutating func add(newest page: [LedgerPosition], next cursor: String?) {
    let end = page.min().flatMap { bottom in
      cursor.map { Stretch.End(bottom: bottom, cursor: $0) }
    }
    // "More below nothing" says nothing.
    guard cursor == nil || end != nil else { return }
    add(Stretch(top: page.max() ?? .oldest, end: end))
  }

  /// A page that was asked for with the cursor of a stretch.
  ///
  /// - Returns: `false` when no stretch goes on with this cursor any more: somebody else was first.
  mutating func add(
    older page: [LedgerPosition], after asked: String, next cursor: String?
  ) -> Bool {
    guard let index = stretches.firstIndex(where: { $0.end?.cursor == asked }) else { return false }
    var stretch = stretches.remove(at: index)
    stretch.end = stretch.end.flatMap { end in
      cursor.map { Stretch.End(bottom: min(end.bottom, page.min() ?? end.bottom), cursor: $0) }
    }
    add(stretch)
    return true
  }

  private mutating func add(_ stretch: Stretch) {
    var joined = stretch
    for other in stretches where other.meets(stretch) {
      joined.top = max(joined.top, other.top)
      // The lower end of the two, the new one when they are the same.
      if let end = joined.end, let otherEnd = other.end {
        if otherEnd.bottom < end.bottom { joined.end = otherEnd }
      } else {
        joined.end = nil
      }
    }
    stretches.removeAll { $0.meets(stretch) }
    stretches.append(joined)
    stretches.sort { $0.top > $1.top }
  }
}

extension LedgerCoverage {
  init(_ connection: Connection) throws {
    stretches = try connection.query(
      """
      SELECT top_at, top_id, bottom_at, bottom_id, cursor FROM ledger_stretch
      ORDER BY top_at DESC, top_id DESC
      """
    ) { row in
      Stretch(
        top: LedgerPosition(createdAt: Instant(milliseconds: row.int(0)), id: .init(row.text(1))),
        end: row.optionalText(4).map { cursor in
          Stretch.End(
            bottom: LedgerPosition(
              createdAt: Instant(milliseconds: row.int(2)), id: .init(row.text(3))),
            cursor: cursor)
        })
    }
  }

  func write(_ connection: Connection) throws {
    try connection.execute("DELETE FROM ledger_stretch")
    for stretch in stretches {
      let end = stretch.end.map { $0.bottom.values + [.text($0.cursor)] }
      try connection.execute(
        "INSERT INTO ledger_stretch (top_at, top_id, bottom_at, bottom_id, cursor) "
          + "VALUES (?, ?, ?, ?, ?)",
        stretch.top.values + (end ?? [.null, .null, .null]))
    }
  }
}
