import Contract
import Loyalty
import SQLite

/// Puts a brand's folder into an empty database, with its days moved to now.
struct ProgramSeed {
  let folder: ProgramFolder
  let store: ServerStore
  let days: DemoDays
  /// Days on which a shop is not open as usual, beside those of its file.
  var specialDays: (Shop) -> [SpecialDay] = { _ in [] }

  func fill(_ connection: Connection) throws {
    try fillPictures(connection)
    try fillProgram(connection)
    try fillTiers(connection)
    try fillRewards(connection)
    try fillOffers(connection)
    try fillStamps(connection)
    try fillCodes(connection)
    try fillShops(connection)
  }

  private func fillPictures(_ connection: Connection) throws {
    for file in folder.pictures.all {
      let head = file.head
      try store.keep(
        file.bytes,
        StoredPicture(
          sha256: file.sha256, kind: head.kind.rawValue, bytes: file.bytes.count,
          width: head.width, height: head.height), by: nil, at: days.now, connection)
    }
  }

  private func fillProgram(_ connection: Connection) throws {
    try connection.execute(
      "INSERT INTO program (id, body) VALUES (?, ?)",
      [.text(folder.program.id.rawValue), .json(folder.program)])
    let settings: [String: Value] = [
      "currency": .optional(folder.currency),
      "money_per_point": .optional(folder.moneyPerPoint.map { String($0) }),
      "intro": .optionalJSON(folder.intro),
      ServerStore.membershipTerms: .optionalJSON(folder.terms),
    ]
    for (name, value) in settings where value != .null {
      try connection.execute(
        "INSERT INTO setting (name, value) VALUES (?, ?)", [.text(name), value])
    }
  }

  private func fillTiers(_ connection: Connection) throws {
    for tier in folder.tiers {
      try connection.execute(
        "INSERT INTO tier (id, threshold, body) VALUES (?, ?, ?)",
        [.text(tier.id.rawValue), .integer(tier.threshold.rawValue), .json(tier)])
    }
  }

  private func fillRewards(_ connection: Connection) throws {
    for (position, reward) in folder.rewards.enumerated() {
      try connection.execute(
        """
        INSERT INTO reward (
          id, position, kind, title, description, cost, stock, member_limit, minimum_days, value,
          coupon_days, is_active, picture)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .text(reward.id.rawValue), .integer(Int64(position)), .text(reward.kind.rawValue),
          .json(reward.title), .json(reward.description),
          .integer(reward.cost.rawValue), .optional(reward.stock.map(Int64.init)),
          .optional(reward.limit.map(Int64.init)), .integer(Int64(reward.memberDays)),
          .optionalJSON(reward.value), .integer(Int64(reward.couponDays)),
          .integer(reward.isActive ? 1 : 0), .optionalJSON(reward.picture),
        ])
    }
  }

  private func fillOffers(_ connection: Connection) throws {
    for (position, offer) in folder.offers.enumerated() {
      try connection.execute(
        "INSERT INTO promotion (id, position, body) VALUES (?, ?, ?)",
        [.text(offer.id.rawValue), .integer(Int64(position)), .json(days.rule(of: offer))])
    }
  }

  private func fillStamps(_ connection: Connection) throws {
    for (position, rule) in folder.stamps.enumerated() {
      try connection.execute(
        "INSERT INTO stamp_rule (id, position, body) VALUES (?, ?, ?)",
        [.text(rule.id.rawValue), .integer(Int64(position)), .json(rule)])
    }
  }

  private func fillCodes(_ connection: Connection) throws {
    for code in folder.codes {
      try connection.execute(
        "INSERT INTO promo_code (code, body, uses_left) VALUES (?, ?, ?)",
        [
          .text(code.code), .json(days.rule(of: code)),
          .optional(code.uses.map(Int64.init)),
        ])
    }
  }

  private func fillShops(_ connection: Connection) throws {
    for (position, shop) in folder.shops.enumerated() {
      var shop = days.shop(shop)
      shop.specialDays += specialDays(shop)
      try store.insert(shop, at: position, connection)
    }
  }
}
