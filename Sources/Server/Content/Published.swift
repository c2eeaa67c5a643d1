import Content
import Contract
import Loyalty
import SQLite
import Synchronization

extension ServerStore {
  /// The screens that the app shows, in the order of the app, and the page of them as JSON.
  func published() throws -> Published {
    let rows = try database.read { connection in
      try connection.query(
        """
        SELECT screen.id, number, shown.id, published_at
        FROM screen JOIN screen_revision AS shown
          ON shown.screen = screen.id AND shown.number = screen.published
        ORDER BY screen.id
        """
      ) { (id: $0.text(0), number: $0.int(1), name: "\($0.text(2)) \($0.int(3))") }
    }
    // Revisions never change, and the names of those that were rolled back never come again.
    return try knownScreens.value(of: rows.map(\.name)) { _ in
      let screens = try database.read { connection in
        try rows.compactMap { try published($0.id, $0.number, connection) }
      }
      let ordered = screens.sorted { $0.place < $1.place }
      let page = Page(data: ordered, page: PageInfo(nextCursor: nil, hasMore: false))
      return Published(screens: ordered, encoded: Wire.encode(page))
    }
  }

  private func published(
    _ id: String, _ number: Int64, _ connection: Connection
  ) throws -> Screen? {
    let row = try connection.first(
      "SELECT content, published_at FROM screen_revision WHERE screen = ? AND number = ?",
      [.text(id), .integer(number)]
    ) { (content: $0.text(0), at: $0.optionalInt(1)) }
    guard let row else { return nil }
    var screen = try Screen(stored: row.content)
    screen.members["id"] = .string(id)
    screen.members["status"] = .string(Screen.Status.published.rawValue)
    screen.members["revision"] = .integer(number)
    screen.members["published_at"] =
      row.at.map { .string(Instant(milliseconds: $0).rfc3339) } ?? .null
    return screen
  }

  /// Makes what was to be published by now published, on whatever instance notices first.
  ///
  /// It is the revision of the moment of scheduling, which was looked through then; a screen that
  /// has taken its short name meanwhile keeps it, and the publication falls away.
  ///
  /// - Parameter milliseconds: for which another process may hold the lock, as for `write`.
  /// - Returns: whether there was anything to publish.
  @discardableResult
  func publishDue(at now: Instant, within milliseconds: Int? = nil) throws -> Bool {
    let due = Value.integer(trust.horizon(now).rawValue)
    let isDue = try database.read { connection in
      try connection.first("SELECT 1 FROM screen WHERE publish_at <= ? LIMIT 1", [due]) { _ in true
      }
    }
    guard isDue == true else { return false }
    try database.write(locking: [], within: milliseconds) { connection in
      let rows = try connection.query(
        "SELECT id, scheduled, publish_at FROM screen WHERE publish_at <= ? ORDER BY publish_at",
        [due]
      ) { (id: $0.text(0), number: $0.int(1), at: $0.int(2)) }
      for row in rows {
        try connection.execute(
          """
          UPDATE screen SET scheduled = NULL, publish_at = NULL, version = version + 1 WHERE id = ?
          """, [.text(row.id)])
        _ = try showRevision(row.number, of: row.id, at: row.at, connection)
      }
    }
    return true
  }

  /// Puts a revision into the app.
  ///
  /// - Returns: `false` when another screen in the app has its short name.
  func showRevision(
    _ number: Int64, of id: String, at time: Int64, _ connection: Connection
  ) throws -> Bool {
    let content = try connection.first(
      "SELECT content FROM screen_revision WHERE screen = ? AND number = ?",
      [.text(id), .integer(number)]
    ) { $0.text(0) }
    guard let content else { return false }
    let slug = try Screen(stored: content).slug
    let isTaken = try connection.first(
      "SELECT 1 FROM screen WHERE published_slug = ? AND id <> ?", [.text(slug), .text(id)]
    ) { _ in true }
    guard isTaken == nil else { return false }
    try connection.execute(
      "UPDATE screen SET published = ?, published_slug = ?, shown_at = ? WHERE id = ?",
      [.integer(number), .text(slug), .integer(time), .text(id)])
    try connection.execute(
      "UPDATE screen_revision SET published_at = ? WHERE screen = ? AND number = ?",
      [.integer(time), .text(id), .integer(number)])
    return true
  }
}

/// What the app shows of content.
final class Published: Sendable {
  let screens: [Screen]
  /// `Page<Screen>`.
  let encoded: [UInt8]
  /// Those that some block is for; no other makes a difference.
  private let tiers: Set<String>
  private let segments: Set<String>
  private let pages = Mutex<[View: [UInt8]]>([:])

  /// More kinds of members than a program has.
  private static let mostViews = 16

  /// What makes members see the same.
  private struct View: Hashable {
    var tier: String?
    var segments: Set<String>
  }

  init(screens: [Screen], encoded: [UInt8]) {
    self.screens = screens
    self.encoded = encoded
    let visibilities = screens.flatMap(\.blocks).map(\.visibility)
    tiers = Set(visibilities.flatMap(\.tiers))
    segments = Set(visibilities.flatMap(\.segments))
  }

  /// Whether some block is for some members only.
  var isForSome: Bool { !tiers.isEmpty || !segments.isEmpty }

  /// `Page<Screen>` as somebody gets it, encoded once for all who see the same.
  ///
  /// - Parameter make: encodes it.
  func page(for audience: Audience, _ make: () -> [UInt8]) -> [UInt8] {
    let tier = audience.tier.flatMap { tiers.contains($0.rawValue) ? $0.rawValue : nil }
    let view = View(tier: tier, segments: segments.intersection(audience.segments ?? []))
    if let page = pages.withLock({ $0[view] }) { return page }
    let page = make()
    pages.withLock { pages in
      if pages.count >= Published.mostViews { pages = [:] }
      pages[view] = page
    }
    return page
  }
}

extension Screen {
  /// Where it stands among the others: the bar, the section "More", nowhere.
  fileprivate var place: Place {
    Place(
      list: tab.map { $0.place == .bar ? 0 : 1 } ?? 2, position: tab?.position ?? 0, slug: slug)
  }

  fileprivate struct Place: Comparable {
    var list: Int
    var position: Int
    var slug: String

    static func < (left: Place, right: Place) -> Bool {
      (left.list, left.position, left.slug) < (right.list, right.position, right.slug)
    }
  }
}

/// In which segments a member is.
enum Segments {
  /// Days that somebody is in the segment `newcomers`.
  private static let newcomerDays: Int64 = 30
  static let newcomers = "newcomers"

  static func of(
    _ member: Member.ID, at now: Instant, _ connection: Connection
  ) throws -> Set<String> {
    let id = [Value.text(member.rawValue)]
    var segments = Set(
      try connection.query("SELECT name FROM segment WHERE member = ?", id) { $0.text(0) })
    // Who joins again has been here.
    if let end = try newcomerUntil(member, connection), now < end,
      try PhoneMemory.uses(.bought, by: member, connection) == 0
    {
      segments.insert(newcomers)
    }
    return segments
  }

  /// When somebody who is new here is it no more.
  static func newcomerUntil(_ member: Member.ID, _ connection: Connection) throws -> Instant? {
    try connection.first("SELECT joined_at FROM member WHERE id = ?", [.text(member.rawValue)]) {
      Instant(milliseconds: $0.int(0)).adding(days: newcomerDays)
    }
  }
}
