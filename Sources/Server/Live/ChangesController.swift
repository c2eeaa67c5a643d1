import Contract
import HTTPTypes
import Loyalty

/// One request that brings all that changed.
///
/// The token is made of digests of what was sent: it needs no memory on the server, and what time
/// alone changes is a change like any other.
struct ChangesController {
  let server: LoyaltyServer

  func respond(since text: String?, _ context: RequestContext) throws -> Response {
    let known = text.map(ChangesToken.init) ?? ChangesToken()
    var next = ChangesToken()
    var data: [String: [UInt8]] = [:]
    for snapshot in try snapshots(context, known) {
      next.add(snapshot.name, snapshot.revision)
      if !known.contains(snapshot.name, snapshot.revision) { data[snapshot.name] = snapshot.body }
    }
    var response = Response(status: .ok, body: Changes(next: next.text, data: data).encoded)
    response.fields[.contentType] = "application/json"
    response.fields[.cacheControl] = "no-store"
    return response
  }

  /// Everything that this client may keep.
  private func snapshots(
    _ context: RequestContext, _ known: ChangesToken
  ) throws -> [Snapshot] {
    var all = [Snapshot("program", try ProgramController(server: server).bootstrap())]
    guard context.session != nil else { return all }
    let member = MemberController(server: server)
    let rewards = RewardController(server: server)
    let promotions = PromotionController(server: server)
    let id = try context.member()
    let ledger = try member.settled(id, context)
    let balance = try ledger.balance(of: id, now: context.now)
    let newest = try member.page(id, PageQuery(limit: 20), context)
    // Who has nothing yet gets more to look back at.
    let page = known.knows("ledger") ? newest : try member.page(id, PageQuery(), context)
    all += [
      Snapshot("member", try member.member(id, context)),
      Snapshot("cards", try member.cards(id)),
      Snapshot("balance", balance, revision: balance.timeless),
      Snapshot("ledger", page, revision: newest),
      Snapshot("explanation", try ledger.explanation(of: id)),
      Snapshot("tier", try ledger.tier(of: id, now: context.now)),
      Snapshot("rewards", try rewards.rewards(for: id, context)),
      Snapshot("coupons", try rewards.coupons(of: id, context)),
      Snapshot("notifications", try server.store.notifications(of: id)),
      Snapshot("preferences", try server.store.preferences(of: id)),
      Snapshot("stores", try server.store.shops(at: context.now)),
      Snapshot(
        "referral", try Referrals(server.store, try server.store.zone()).referral(of: id)),
      Snapshot("promotions", try promotions.promotions(of: id, context)),
      Snapshot("stamps", try promotions.stamps(of: id, context)),
      Snapshot("consents", try server.store.consents(of: id)),
    ]
    return all
  }

  /// A resource as it is now.
  private struct Snapshot {
    let name: String
    let body: [UInt8]
    /// The bytes that tell whether it has changed.
    let revision: [UInt8]

    init(_ name: String, _ body: some Encodable) {
      self.name = name
      self.body = Wire.encode(body)
      revision = self.body
    }

    init(_ name: String, _ body: some Encodable, revision: some Encodable) {
      self.name = name
      self.body = Wire.encode(body)
      self.revision = Wire.encode(revision)
    }
  }
}

extension Balance {
  /// The same balance a second later is the same balance.
  var timeless: Balance {
    var balance = self
    balance.asOf = Instant(milliseconds: 0)
    return balance
  }
}
