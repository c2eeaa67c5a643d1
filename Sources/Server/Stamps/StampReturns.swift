import Loyalty
import SQLite

/// What a return does to stamps: the cards stand as if the purchase had not been.
///
/// A card whose coupon was used stays as it is, with all of its stamps.
extension StampCards {
  /// Titles of coupons that a return has to do with.
  struct Withdrawal: Sendable {
    var withdrawn: [String] = []
    /// They were used, and stay.
    var used: [String] = []
  }

  /// Takes off the stamps of a purchase, but for those that its other goods are worth.
  ///
  /// - Parameter kept: sorts of goods that have not been returned.
  func withdraw(
    _ purchase: Purchase.ID, keeping kept: [Purchase.Category], of member: Member.ID,
    at now: Instant, _ connection: Connection
  ) throws -> Withdrawal {
    var result = Withdrawal()
    let cards = Dictionary(
      try connection.query(
        "SELECT rule, card FROM stamp WHERE purchase = ?", [.text(purchase.rawValue)]
      ) { ($0.text(0), $0.int(1)) }, uniquingKeysWith: { first, _ in first })
    for rule in try rules(connection) where !kept.contains(rule.category) {
      guard let card = cards[rule.id.rawValue] else { continue }
      let all = try dealt(rule, of: member, from: card, connection)
      guard let own = all.first, own.id == card else { continue }
      if own.isSettled {
        result.used += [own.title].compactMap(\.self)
        continue
      }
      try connection.execute(
        "DELETE FROM stamp WHERE rule = ? AND purchase = ?",
        [.text(rule.id.rawValue), .text(purchase.rawValue)])
      result.withdrawn += try deal(
        rule, to: all.filter { !$0.isSettled }, of: member, at: now, connection)
    }
    return result
  }

  /// A card as it was stamped, with its coupon.
  private struct Dealt {
    var id: Int64
    var isFull: Bool
    var coupon: Coupon.ID?
    /// Of the coupon, as JSON.
    var title: String?
    var isUsed: Bool

    /// Its coupon was used, or there has never been one: nothing of it moves any more.
    var isSettled: Bool { isFull && (isUsed || coupon == nil) }
  }

  private struct Stamp {
    var purchase: Purchase.ID
    var at: Instant
    var card: Int64
    var isKept: Bool
  }

  /// A card and those after it.
  private func dealt(
    _ rule: StampRule, of member: Member.ID, from card: Int64, _ connection: Connection
  ) throws -> [Dealt] {
    try connection.query(
      """
      SELECT stamp_card.id, completed_at IS NOT NULL, coupon.id, coupon.title,
        coupon.used_at IS NOT NULL
      FROM stamp_card LEFT JOIN coupon
        ON coupon.member = ?1 AND coupon.key = 'stamp card ' || stamp_card.id
      WHERE stamp_card.member = ?1 AND stamp_card.rule = ?2 AND stamp_card.id >= ?3
      ORDER BY stamp_card.id
      """, [.text(member.rawValue), .text(rule.id.rawValue), .integer(card)]
    ) { row in
      Dealt(
        id: row.int(0), isFull: row.bool(1), coupon: row.optionalText(2).map { .init($0) },
        title: row.optionalText(3), isUsed: row.bool(4))
    }
  }

  /// Gives the stamps of some cards out anew, in their order, as they would have come.
  ///
  /// - Returns: titles of the coupons of cards that are full no more, but for those that had expired.
  private func deal(
    _ rule: StampRule, to cards: [Dealt], of member: Member.ID, at now: Instant,
    _ connection: Connection
  ) throws -> [String] {
    let hands = try hands(rule, of: cards, connection)
    let shelf = RewardShelf(ledger.store, ledger.zone, .english)
    var withdrawn: [String] = []
    for (index, hand) in hands.enumerated() {
      guard let first = hand.first, let last = hand.last else { continue }
      // Fewer stamps never need more cards; a rule that has changed meanwhile may.
      let known = index < cards.count ? cards[index] : nil
      let id = try known?.id ?? begin(rule, member, first.at, connection).id
      let isFull = hand.count >= rule.slots
      try connection.execute(
        "UPDATE stamp_card SET started_at = ?, expires_at = ?, completed_at = ? WHERE id = ?",
        [
          .integer(first.at.rawValue), .optional(end(rule, first.at)?.rawValue),
          .optional(isFull ? last.at.rawValue : nil), .integer(id),
        ])
      for stamp in hand where stamp.card != id {
        try connection.execute(
          "UPDATE stamp SET card = ? WHERE rule = ? AND purchase = ?",
          [.integer(id), .text(rule.id.rawValue), .text(stamp.purchase.rawValue)])
      }
      if isFull, known?.isFull != true {
        _ = try shelf.giveCoupon(
          for: rule.reward, to: member, key: "stamp card \(id)", at: now, connection)
      } else if !isFull, let known {
        withdrawn += try withdrawCoupon(of: known, shelf, at: now, connection)
      }
    }
    for card in cards.dropFirst(hands.count) {
      withdrawn += try withdrawCoupon(of: card, shelf, at: now, connection)
      try connection.execute("DELETE FROM stamp_card WHERE id = ?", [.integer(card.id)])
    }
    return withdrawn
  }

  /// The stamps of each card as they fall: a full card ends, and one whose time is over.
  private func hands(
    _ rule: StampRule, of cards: [Dealt], _ connection: Connection
  ) throws -> [[Stamp]] {
    var hands: [[Stamp]] = []
    var last: Instant?
    for card in cards {
      let stamps = try connection.query(
        """
        SELECT purchase.id, at, card, returned = 0 OR returned < amount
        FROM stamp JOIN purchase ON purchase.id = stamp.purchase
        WHERE card = ? AND rule = ? ORDER BY at, purchase.id
        """, [.integer(card.id), .text(rule.id.rawValue)]
      ) { row in
        Stamp(
          purchase: .init(row.text(0)), at: Instant(milliseconds: row.int(1)), card: row.int(2),
          isKept: row.bool(3))
      }
      for stamp in stamps {
        guard stamp.isKept else {
          try connection.execute(
            "DELETE FROM stamp WHERE rule = ? AND purchase = ?",
            [.text(rule.id.rawValue), .text(stamp.purchase.rawValue)])
          continue
        }
        let hasRoom = hands.last.map { $0.count < rule.slots } ?? false
        if hasRoom, last.map({ stamp.at <= $0 }) ?? true {
          hands[hands.count - 1].append(stamp)
        } else {
          hands.append([stamp])
          last = end(rule, stamp.at)
        }
      }
    }
    return hands
  }

  private func withdrawCoupon(
    of card: Dealt, _ shelf: RewardShelf, at now: Instant, _ connection: Connection
  ) throws -> [String] {
    guard card.isFull, let coupon = card.coupon else { return [] }
    guard try shelf.withdraw(coupon, at: now, connection) else { return [] }
    return [card.title].compactMap(\.self)
  }
}
