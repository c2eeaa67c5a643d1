import Contract
import Loyalty
import SQLite

/// What a return takes: exactly what the sale gave, in proportion to the part that comes back.
///
/// Parts are reckoned by what is left: after each of them stands what a sale of the rest would have
/// given, so that all parts together take everything, whatever their sizes and their order. A bonus
/// of an offer stays as long as the other purchases complete it, else it goes whole.
extension Till {
  /// Takes back all of it or nothing, once for each key.
  ///
  /// Throws `not_found` for a sale that is not there, `validation_failed` for more than is left of it
  /// and for another member's card, `idempotency_mismatch` for the key of another return.
  ///
  /// - Parameter sales: what the sale can be by its name, the likeliest first.
  func takeBack(
    _ wanted: TillReturn, of sales: [Purchase.ID], key: String, at now: Instant
  ) throws -> TillTakenBack {
    try checkCategories(wanted.categories ?? [])
    let id = "ret_" + Token.text(SHA256.hash(Array(key.utf8)))
    _ = try goods(wanted.goods, making: wanted.amount?.amount)
    let (terms, sale, before, isTaken) = try store.database.read { connection in
      (
        try Terms(store, connection), try find(sales, connection),
        try made(id, connection)?.at, try isGone(id, connection)
      )
    }
    guard !isTaken else { throw gone() }
    guard let sale else { throw try store.database.read { try noSale(sales, $0) } }
    try check(wanted, of: sale, terms, at: before ?? now, now: now)
    let referrals = Referrals(store, try store.zone())
    return try store.database.write(locking: try locks(of: sale)) { connection in
      // NB: what was answered before is known by its key here, also when the server died since.
      if let made = try made(id, connection) {
        guard made.isSame(as: wanted, of: sale.id) else {
          throw Problem(.idempotencyMismatch, in: language)
        }
        return TillTakenBack(receipt: try made.receipt(), postedBefore: made.at)
      }
      guard let sale = try find([sale.id], connection) else {
        throw try noSale(sales, connection)
      }
      var part = try part(wanted, of: sale)
      part.number = number(wanted.number)
      // Where all that is left comes back, only now it is known how much that is.
      part.goods = try goods(wanted.goods, making: part.amount)
      try referrals.ledger.settle(sale.member, now: now, connection)
      let receipt = try takeBack(part, of: sale, terms, referrals, at: now, connection)
      try recordReturn(receipt, of: wanted, id, sale.member, at: now, connection)
      return TillTakenBack(receipt: receipt)
    }
  }

  /// What comes back now, in hundredths, and which goods are left then.
  private struct Part {
    var amount: Int64
    var left: Int64
    var returned: [Purchase.Category]
    var kept: [Purchase.Category]
    /// What the paper of the return says.
    var number: String?
    var goods: [Receipt.Goods] = []
  }

  private func find(_ sales: [Purchase.ID], _ connection: Connection) throws -> Posted? {
    for id in sales {
      if let sale = try posted(id, connection), try !isGone(id.rawValue, connection) { return sale }
    }
    return nil
  }

  private func takeBack(
    _ part: Part, of sale: Posted, _ terms: Terms, _ referrals: Referrals, at now: Instant,
    _ connection: Connection
  ) throws -> TillReturnReceipt {
    let ledger = referrals.ledger
    let promotions = Promotions(ledger, language)
    if sale.receipt == nil { try recordReceipt(try receipt(of: sale, connection), connection) }
    let held = try promotions.held(by: sale.member, since: sale.at, now: now, connection)
    try connection.execute(
      "UPDATE purchase SET returned = amount - ?, returned_categories = ? WHERE id = ?",
      [
        .integer(part.left), .text(Purchase.text(part.returned)), .text(sale.id.rawValue),
      ])
    var points = Points.zero
    var line: LedgerEntry.ID?
    if let lot = sale.lot {
      let standing = try ledger.standing(lot, connection)
      points = max(.zero, standing - terms.points(of: sale, left: part.left))
      let words = Ledger.Words(
        kind: .refund, title: Till.returnTitle, place: try place(of: lot, connection))
      line = try ledger.takeBack(points, of: lot, words, at: now, connection)
    }
    let coupons = try StampCards(ledger).withdraw(
      sale.id, keeping: part.left > 0 ? part.kept : [], of: sale.member, at: now, connection)
    let gone = try promotions.reconsider(held, of: sale.member, at: now, connection)
    try referrals.returned(sale.id, of: sale.member, at: now, connection)
    let money = { (amount: Int64) in Money(amount: amount, currency: sale.amount.currency) }
    let receipt = TillReturnReceipt(
      sale: sale.id.rawValue, amount: money(part.amount), left: money(part.left), points: points,
      fromOffers: gone.reduce(.zero) { $0 + $1.points },
      available: try ledger.available(sale.member, connection),
      withdrawnCoupons: try coupons.withdrawn.map(text), usedCoupons: try coupons.used.map(text))
    if let line { try keep(receipt, part, gone, of: sale, by: line, ledger, connection) }
    return receipt
  }

  /// What the member keeps of it: the goods as the till says them, or those of the sale where all of
  /// it comes back at once.
  private func keep(
    _ receipt: TillReturnReceipt, _ part: Part, _ gone: [Receipt.Gift], of sale: Posted,
    by line: LedgerEntry.ID, _ ledger: Ledger, _ connection: Connection
  ) throws {
    var goods = part.goods
    if goods.isEmpty, receipt.amount == sale.amount, let lot = sale.lot {
      goods = try ledger.receipt(of: lot, connection)?.goods ?? []
    }
    let printed = Receipt(
      number: part.number,
      sum: Money(amount: -receipt.amount.amount, currency: receipt.amount.currency),
      goods: goods.map(\.takenBack),
      offers: gone.map { Receipt.Gift(title: $0.title, points: -$0.points) },
      coupons: receipt.withdrawnCoupons, balance: receipt.available)
    try ledger.keep(printed, by: line, connection)
  }

  private static let returnTitle: LocalizedText = [
    .russian: "Возврат покупки", .english: "Purchase returned",
  ]

  /// Where it was sold, when that is known.
  private func place(of lot: Int64, _ connection: Connection) throws -> LocalizedText? {
    let place = try connection.first("SELECT place FROM lot WHERE id = ?", [.integer(lot)]) {
      $0.optionalText(0)
    }
    return try place.flatMap(\.self).map(text)
  }

  private func text(_ json: String) throws -> LocalizedText {
    try Wire.decode(LocalizedText.self, from: Array(json.utf8))
  }

  private func locks(of sale: Posted) throws -> [Lock] {
    let referrer = try store.database.read { connection in
      try connection.first(
        "SELECT referrer FROM referral WHERE friend = ? AND purchase = ?",
        [.text(sale.member.rawValue), .text(sale.id.rawValue)]
      ) { $0.text(0) }
    }
    return [sale.member.rawValue, referrer].compactMap(\.self).map(Lock.member)
  }
}

/// What can be refused of a return.
extension Till {
  private func noSale(_ sales: [Purchase.ID], _ connection: Connection) throws -> Problem {
    let wasDeleted = try sales.contains { try isGone($0.rawValue, connection) }
    let words =
      wasDeleted
      ? (
        russian: "Участник этой продажи удалил аккаунт: возвращать некому.",
        english: "The member of this sale has deleted the account: there is nobody to take from."
      )
      : (russian: "Такой продажи нет.", english: "There is no such sale.")
    return Problem(
      .notFound, in: language, detail: language == .russian ? words.russian : words.english)
  }

  /// - Parameter at: when a rotating code may have stood for the card.
  private func check(
    _ wanted: TillReturn, of sale: Posted, _ terms: Terms, at moment: Instant, now: Instant
  ) throws {
    if let amount = wanted.amount {
      guard amount.currency == sale.amount.currency, Till.amounts.contains(amount.amount) else {
        throw Problem.invalid(
          "/amount", "invalid", "1–100000000, \(sale.amount.currency)", in: language)
      }
    }
    guard let card = wanted.card else { return }
    let member =
      try store.member(forCode: card, now: moment)?.id ?? store.member(forCode: card, now: now)?.id
    guard let member else {
      throw refused("/card", "Такой карты нет.", "Nobody has this card.")
    }
    guard member == sale.member else {
      throw refused(
        "/card", "Это продажа другого участника.", "The sale is another member’s.")
    }
  }

  private func part(_ wanted: TillReturn, of sale: Posted) throws -> Part {
    let left = sale.amount.amount.subtracting(saturating: sale.returned.amount)
    guard left > 0 else {
      throw refused(
        "/sale", "Эта продажа уже возвращена целиком.",
        "All of this sale has been taken back already.")
    }
    let amount = wanted.amount?.amount ?? left
    guard amount <= left else {
      let most = Till.text(Money(amount: left, currency: sale.amount.currency))
      throw refused(
        "/amount", "От этой продажи осталось только \(most.replacing(".", with: ",")).",
        "No more than \(most) of this sale is left.")
    }
    let sold = Purchase.categories(sale.categories)
    let named = Purchase.categories(wanted.categories ?? [])
    guard named.allSatisfy(Purchase.categories([sale.categories]).contains) else {
      throw refused(
        "/categories", "В этой продаже такого не было.", "The sale had no such goods.")
    }
    let returned = Set(Purchase.categories(sale.returnedCategories) + named)
    return Part(
      amount: amount, left: left - amount,
      returned: returned.sorted { $0.rawValue < $1.rawValue },
      kept: sold.filter { !returned.contains($0) })
  }

  private func refused(_ place: String, _ russian: String, _ english: String) -> Problem {
    .invalid(place, "invalid", language == .russian ? russian : english, in: language)
  }

  /// `350.00 RUB`.
  static func text(_ money: Money) -> String {
    let cents = money.amount % 100
    return "\(money.amount / 100).\(cents / 10)\(cents % 10) \(money.currency)"
  }
}

extension Till.Terms {
  /// What a sale of the rest would have given.
  ///
  /// In proportion where the program pays otherwise now than it did then.
  func points(of sale: Till.Posted, left: Int64) -> Points {
    guard points(for: sale.amount) != sale.points, (1...max(1, sale.amount.amount)).contains(left)
    else { return points(for: left) }
    let whole = sale.points.rawValue.multipliedFullWidth(by: left)
    return Points(sale.amount.amount.dividingFullWidth(whole).quotient)
  }
}
