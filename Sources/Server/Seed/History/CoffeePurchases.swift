import Contract
import Loyalty
import SQLite

/// What a member of the coffee chain bought, and made of its offers and stamp cards.
struct CoffeePurchases {
  let folder: ProgramFolder
  let store: ServerStore
  let now: Instant

  func fill(_ member: Member.ID, _ connection: Connection) throws {
    let ledger = Ledger(store, try store.zone(connection))
    try notePurchases(of: member, ledger, connection)
    for segment in ["regulars", "morning"] {
      try connection.execute(
        "INSERT INTO segment (member, name) VALUES (?, ?)",
        [.text(member.rawValue), .text(segment)])
    }
    try takePart(member, ledger, connection)
    try CoffeeStamps(ledger: ledger, rules: folder.stamps).fill(member, connection)
  }

  /// What the member bought, from the lines that it gave.
  private func notePurchases(
    of member: Member.ID, _ ledger: Ledger, _ connection: Connection
  ) throws {
    let lots = try connection.query(
      """
      SELECT lot.id, lot.title, entry.created_at FROM lot LEFT JOIN entry ON entry.id = lot.entry
      WHERE lot.member = ? AND lot.kind = 'earn'
      """, [.text(member.rawValue)]
    ) { (id: $0.int(0), title: Value.text($0.text(1)), at: $0.optionalInt(2)) }
    for lot in lots {
      guard let order = CoffeeWords.orders.firstIndex(where: { Value.json($0.title) == lot.title })
      else { continue }
      let purchase = Purchase(
        id: .init("pur_\(lot.id)"), lot: lot.id, categories: Self.categories[order],
        amount: Money(amount: CoffeeWords.orders[order].price * 100, currency: "RUB"),
        // What gives its points later was bought today.
        at: lot.at.map { Instant(milliseconds: $0) } ?? ledger.today(secondsBefore: now, 3600))
      _ = try ledger.recordPurchase(purchase, of: member, connection)
    }
    // Some had been brought back before they were noted.
    try connection.execute(
      """
      UPDATE purchase SET returned = amount WHERE member = ? AND EXISTS (
        SELECT 1 FROM lot JOIN entry ON entry.reverses = lot.entry WHERE lot.id = purchase.lot)
      """, [.text(member.rawValue)])
  }

  /// Of `CoffeeWords.orders`, in their order.
  private static let categories: [[Purchase.Category]] = [
    [.coffee], [.coffee, .food], [.coffee], [.coffee], [.coffee, .food], [.coffee], [.beans],
    [.tea], [.tea, .food], [.food],
  ]

  /// The member joined some, and got the gift of the season.
  private func takePart(
    _ member: Member.ID, _ ledger: Ledger, _ connection: Connection
  ) throws {
    let today = ledger.zone.local(now).day.daysSince1970
    let joined = ledger.start(of: Day(daysSince1970: today - 9))
    for name in ["five_coffees", "three_thousand"] {
      try connection.execute(
        "INSERT INTO enrollment (promotion, member, joined_at, left_at) VALUES (?, ?, ?, NULL)",
        [.text("prm_" + name), .text(member.rawValue), .integer(joined.rawValue)])
    }
    let last = try connection.first(
      "SELECT id FROM purchase WHERE member = ? ORDER BY at DESC", [.text(member.rawValue)]
    ) { $0.text(0) }
    guard let last else { return }
    try connection.execute(
      """
      INSERT INTO award (promotion, member, purchase, lot, at)
      SELECT 'prm_season', ?1, ?2, id, active_from FROM lot
      WHERE member = ?1 AND kind = 'bonus' AND title = ?3 ORDER BY id DESC LIMIT 1
      """, [.text(member.rawValue), .text(last), .json(CoffeeWords.season)])
  }
}
