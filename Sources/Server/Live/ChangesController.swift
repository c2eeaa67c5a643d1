import Contract
import HTTPTypes
import Loyalty

/// One request that brings all that changed.
///
/// The token is made of digests of what was sent: it needs no memory on the server, and what time
/// alone changes is a change like any other.
struct ChangesController {
  let server: LoyaltyServer

  func changes(since text: String?, _ context: RequestContext) throws -> Response {
    let known = text.map(ChangesToken.init) ?? ChangesToken()
    var next = ChangesToken()
    var data: [Resource: [UInt8]] = [:]
    // Before anything is read: what changes from here on is an event after this one.
    let position = try server.store.lastEvent()
    let program = try server.store.program()
    // Parts of which the program does without are not told of.
    for snapshot in try snapshots(context, known)
    where snapshot.resource.feature.map(program.offers) ?? true {
      next.add(snapshot.resource, snapshot.revision)
      if !known.contains(snapshot.resource, snapshot.revision) {
        data[snapshot.resource] = try snapshot.body()
      }
    }
    let changes = Changes(next: next.text, data: data, lastEventID: String(position))
    var response = Response(status: .ok, body: changes.encoded)
    response.fields[.contentType] = "application/json"
    response.fields[.cacheControl] = "no-store"
    return response
  }

  /// Everything that this client may keep.
  private func snapshots(
    _ context: RequestContext, _ known: ChangesToken
  ) throws -> [Snapshot] {
    var all = [Snapshot(.program, try ProgramController(server: server).bootstrap())]
    let rewards = RewardController(server: server)
    let promotions = PromotionController(server: server)
    all += [
      Snapshot(.rewards, try rewards.rewards(context)),
      Snapshot(.shops, encoded: try server.store.shops(at: context.now)),
      Snapshot(.promotions, try promotions.promotions(of: context.session?.member, context)),
      Snapshot(.screens, encoded: try ContentController(server: server).screens(context)),
    ]
    guard context.session != nil else { return all }
    let member = MemberController(server: server)
    let id = try context.member()
    let ledger = try member.settled(id, context)
    let balance = try ledger.balance(of: id, now: context.now)
    let newest = try member.page(id, PageQuery(limit: 20), context)
    // Who has nothing yet gets more to look back at.
    let page = known.knows(.ledger) ? newest : try member.page(id, PageQuery(), context)
    all += [
      Snapshot(.member, try member.member(id, context)),
      Snapshot(.cards, try member.cards(id)),
      Snapshot(.balance, balance, revision: balance.timeless),
      Snapshot(.ledger, page, revision: newest),
      // Both look at the whole history, and follow from what is told apart here.
      Snapshot(.explanation, revision: [Wire.encode(newest), Wire.encode(balance.timeless)]) {
        try ledger.explanation(of: id)
      },
      Snapshot(
        .tier,
        revision: [
          Wire.encode(newest), Wire.encode(balance.timeless),
          Wire.encode(ledger.zone.local(context.now).day), try ledger.tierRules(),
        ]
      ) { try ledger.tier(of: id, now: context.now) },
      Snapshot(.coupons, try rewards.coupons(of: id, context)),
      Snapshot(.wishes, try server.store.wishes(of: id)),
      Snapshot(.notifications, try server.store.notifications(of: id)),
      Snapshot(.preferences, try server.store.preferences(of: id)),
      Snapshot(
        .referral, try Referrals(server.store, try server.store.zone()).referral(of: id)),
      Snapshot(.stamps, try promotions.stamps(of: id, context)),
      Snapshot(.consents, try server.store.consents(of: id)),
    ]
    return all
  }

  /// A resource as it is now.
  private struct Snapshot {
    let resource: Resource
    /// The bytes that tell whether it has changed.
    let revision: [UInt8]
    let body: () throws -> [UInt8]

    init(_ resource: Resource, _ body: some Encodable) {
      self.init(resource, encoded: Wire.encode(body))
    }

    init(_ resource: Resource, encoded body: [UInt8]) {
      self.init(resource, body, revision: body)
    }

    init(_ resource: Resource, _ body: some Encodable, revision: some Encodable) {
      self.init(resource, Wire.encode(body), revision: Wire.encode(revision))
    }

    /// A body that is dear, made only for those who do not have it.
    init(_ resource: Resource, revision: [[UInt8]], _ body: @escaping () throws -> some Encodable) {
      self.resource = resource
      self.revision = Array(revision.joined(separator: [0]))
      self.body = { Wire.encode(try body()) }
    }

    private init(_ resource: Resource, _ bytes: [UInt8], revision: [UInt8]) {
      self.resource = resource
      self.revision = revision
      body = { bytes }
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
