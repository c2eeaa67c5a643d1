import Loyalty
import SQLite

/// Fills a database with a brand: its program's folder, its people, and the history of the first of
/// them.
///
/// The history is made through the rules of the ledger, of promotions and of stamp cards,
/// deterministically, relative to now.
struct BrandSeed {
  let brand: BrandHistory
  let folder: ProgramFolder
  let store: ServerStore
  let now: Instant
  let days: DemoDays

  init(_ brand: BrandHistory, _ folder: ProgramFolder, _ store: ServerStore, now: Instant) {
    self.brand = brand
    self.folder = folder
    self.store = store
    self.now = now
    days = DemoDays(store, folder.program, now: now)
  }

  /// Days of history.
  static let days: Int64 = 500
  var ledger: Ledger { days.ledger }

  /// The text in the program's language.
  func localized(_ text: String) -> LocalizedText {
    LocalizedText([(folder.program.languages.first ?? .english).rawValue: text])
  }

  func fill(_ connection: Connection) throws {
    try ProgramSeed(folder: folder, store: store, days: days).fill(connection)
    var random = SplitMix64(seed: brand.seed)
    for person in brand.people {
      let member = Member(
        id: .init(person.id), name: person.name, phone: person.phone,
        joinedAt: now.adding(days: -Self.days), roles: person.roles)
      try store.insert(member, card: Card.issue(using: &random), connection)
    }
    try fillContent(connection)
    guard let first = brand.people.first else { return }
    let member = Member.ID(first.id)
    try join(member, connection)
    try live(member, &random, connection)
    try tell(member, connection)
    guard let code = brand.referralCode else { return }
    try Referrals(store, ledger.zone).insert(code, of: member, connection)
  }

  private func fillContent(_ connection: Connection) throws {
    guard let author = brand.people.last(where: { $0.roles.contains(.admin) }) else { return }
    let seed = ContentSeed(
      store: store, now: now, language: folder.program.languages.first ?? .english)
    for screen in folder.screens {
      try seed.fill(
        [.init(author: .init(author.id), daysAgo: 30, content: days.screen(screen))], connection)
    }
  }

  /// The member takes part in some of the promotions from their first day.
  private func join(_ member: Member.ID, _ connection: Connection) throws {
    for offer in folder.offers where brand.joined.contains(offer.id.rawValue) {
      try connection.execute(
        "INSERT INTO enrollment (promotion, member, joined_at, left_at) VALUES (?, ?, ?, NULL)",
        [
          .text(offer.id.rawValue), .text(member.rawValue),
          .integer(days.rule(of: offer).from.rawValue),
        ])
    }
  }

  /// What the program wrote to the member.
  private func tell(_ member: Member.ID, _ connection: Connection) throws {
    for message in brand.messages {
      let at = now.adding(seconds: -message.hoursAgo * 3600)
      let id = try store.notify(
        member, message.category, title: localized(message.title), body: localized(message.body),
        action: message.action, at: at, connection)
      guard message.isRead else { continue }
      try connection.execute(
        "UPDATE notification SET read_at = ? WHERE id = ?",
        [.integer(at.adding(seconds: 900).rawValue), .text(id.rawValue)])
    }
  }
}
