import Contract
import Loyalty
import SQLite

/// Gathers all that is kept about a member.
struct MemberExporter {
  private let server: LoyaltyServer
  private let context: RequestContext

  init(_ server: LoyaltyServer, _ context: RequestContext) {
    self.server = server
    self.context = context
  }

  func export(_ id: Member.ID) throws -> MemberExport {
    guard let session = context.session else {
      throw Problem(.unauthenticated, in: context.language)
    }
    let store = server.store
    let zone = try store.zone()
    let controller = MemberController(server: server)
    let ledger = try controller.settled(id, context)
    let own: [Value] = [.text(id.rawValue)]
    let coupons = try store.database.read { connection in
      try RewardShelf(store, zone, context.language).coupons(
        "WHERE member = ? ORDER BY issued_at DESC, id DESC", own, now: context.now, connection)
    }
    return MemberExport(
      exportedAt: context.now, member: try controller.member(id, context),
      cards: try store.cards(of: id), balance: try ledger.balance(of: id, now: context.now),
      ledger: try ledger.entries(of: id, after: nil, limit: .max),
      lots: try ledger.explanation(of: id, usedUp: .max).lots,
      purchases: try purchases(own), coupons: coupons, promotions: try enrollments(own),
      stamps: try StampCards(ledger).cards(of: id, now: context.now),
      promoCodes: try rows(
        """
        SELECT code, at FROM promo_code_use WHERE member = ?1 UNION ALL
        SELECT ref, at FROM member_past WHERE member = ?1 AND what = 'promo_code' ORDER BY 2, 1
        """, own
      ) { ExportedPromoCode(code: $0.text(0), at: Instant(milliseconds: $0.int(1))) },
      segments: try rows("SELECT name FROM segment WHERE member = ? ORDER BY name", own) {
        $0.text(0)
      },
      referral: try Referrals(store, zone).referral(of: id),
      referredAt: try rows("SELECT registered_at FROM referral WHERE friend = ?", own) {
        Instant(milliseconds: $0.int(0))
      }.first, notifications: try store.notifications(of: id, limit: .max).data,
      preferences: try store.preferences(of: id).categories,
      wishes: try store.wishes(of: id), consents: try store.consents(of: id).consents,
      consentHistory: try store.consentHistory(of: id),
      sessions: try store.sessions(beside: session))
  }

  private func purchases(_ own: [Value]) throws -> [ExportedPurchase] {
    try rows(
      """
      SELECT at, amount, currency, categories, returned FROM purchase
      WHERE member = ? ORDER BY at, id
      """, own
    ) { row in
      ExportedPurchase(
        at: Instant(milliseconds: row.int(0)),
        amount: Money(amount: row.int(1), currency: row.text(2)),
        categories: row.text(3).split(separator: " ").map(String.init),
        returned: Money(amount: row.int(4), currency: row.text(2)))
    }
  }

  private func enrollments(_ own: [Value]) throws -> [ExportedEnrollment] {
    try rows(
      """
      SELECT promotion.id, joined_at, left_at, award.at FROM promotion
      LEFT JOIN enrollment ON enrollment.promotion = promotion.id AND enrollment.member = ?1
      LEFT JOIN award ON award.promotion = promotion.id AND award.member = ?1
      WHERE enrollment.member IS NOT NULL OR award.member IS NOT NULL ORDER BY position
      """, own
    ) { row in
      let moment = { row.optionalInt($0).map { Instant(milliseconds: $0) } }
      return ExportedEnrollment(
        promotion: .init(row.text(0)), joinedAt: moment(1), leftAt: moment(2),
        completedAt: moment(3))
    }
  }

  private func rows<Element: Sendable>(
    _ sql: String, _ values: [Value], _ read: (Row) -> Element
  ) throws -> [Element] {
    try server.store.database.read { try $0.query(sql, values, read) }
  }
}
