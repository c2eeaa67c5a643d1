public import Loyalty
import SQLite

/// Makes a member with a very long history, through the ledger's own rules, to measure with.
struct LongHistory {
  let store: ServerStore
  let now: Instant
  /// Lines of the ledger, at least.
  let count: Int

  /// Years over which the lines are spread.
  private static let years: Int64 = 10

  /// - Returns: how many lines the member has then.
  func fill(_ member: Member.ID, _ connection: Connection) throws -> Int {
    let ledger = Ledger(store, try store.zone(connection))
    var random = SplitMix64(seed: 20_261_130)
    let span = LongHistory.years * 365 * 86_400
    let step = span * 1000 / Int64(max(1, count))
    var at = now.adding(seconds: -span)
    var lines = 0
    while lines < count {
      at = min(Instant(milliseconds: at.rawValue + step), now)
      lines += try visit(member, at, ledger, &random, connection)
    }
    try ledger.settle(member, now: now, connection)
    return try connection.first(
      "SELECT count(*) FROM entry WHERE member = ?", [.text(member.rawValue)]
    ) { Int($0.int(0)) } ?? 0
  }

  /// - Returns: how many lines it made.
  private func visit(
    _ member: Member.ID, _ at: Instant, _ ledger: Ledger, _ random: inout SplitMix64,
    _ connection: Connection
  ) throws -> Int {
    let order = CoffeeWords.orders[Int.random(in: 0..<10, using: &random)]
    let shop = CoffeeWords.shops[Int.random(in: 0..<6, using: &random)]
    let day = ledger.zone.local(at).day.daysSince1970
    try ledger.earn(
      member, Points(order.price * 5 / 100),
      Ledger.Words(kind: .earn, title: order.title, place: shop), at: at,
      lastDay: Day(daysSince1970: day + 40), connection)
    // Lots stay few, as they do with people who spend.
    let available = try ledger.available(member, connection)
    guard available > Points(150), Int.random(in: 0..<3, using: &random) == 0 else { return 1 }
    let reward = CoffeeWords.rewards[Int.random(in: 0..<3, using: &random)]
    let words = Ledger.Words(kind: .spend, title: reward.title, place: shop)
    let line = try ledger.spend(
      member, min(available, reward.cost), words, at: at.adding(seconds: 1), connection)
    return line == nil ? 1 : 2
  }
}

extension LoyaltyServer {
  /// Gives a member, who joins when there is none with that phone, a history of so many lines.
  ///
  /// - Returns: how many lines there are then.
  public func fillHistory(of phone: PhoneNumber, count: Int) throws -> Int {
    let history = LongHistory(store: store, now: clock.now, count: count)
    return try store.database.write(locking: []) { connection in
      let member = try store.member(phone: phone, now: clock.now, connection)
      let lines = try history.fill(member.id, connection)
      try store.agreeAll(connection)
      // Nobody was there to be told line by line.
      try connection.execute("DELETE FROM event")
      return lines
    }
  }
}
