import Loyalty
import SQLite
import TestSupport
import Testing

@testable import Server

/// A demo is the same on whatever day and at whatever hour it begins.
struct SeedDayTests {
  /// Ends of years, leap days, both changes of the clock, hours around midnight in the programs' zones,
  /// and days of a usual and a leap year.
  private static let starts: [Instant] = {
    let hostile = [
      "2026-12-31T23:59:00+03:00", "2027-01-01T00:00:00+03:00", "2028-02-29T12:00:00Z",
      "2028-03-01T00:00:01+03:00", "2027-03-28T00:59:00Z", "2027-03-28T01:00:00Z",
      "2027-10-31T01:30:00Z", "2026-06-30T23:59:59.999+05:00", "2026-07-01T22:30:00Z",
    ].compactMap(Instant.init(rfc3339:))
    let year = Effort.sample(Array(0..<16), every: 4, from: 0).map { number in
      Instant(milliseconds: 1_798_761_600_000).adding(days: number * 47)
        .adding(seconds: number * 5431 % 86_400)
    }
    return hostile + year
  }()
  /// The day of the flows and of the other tests.
  private static let usual = Instant(milliseconds: 1_795_431_900_000)

  @Test(arguments: Seed.allCases)
  func `balance, offers and numbers of a seed are the same whenever it begins`(seed: Seed) throws {
    let usual = try numbers(of: seed, from: Self.usual)
    #expect(usual.count > 50)
    for start in Self.starts {
      let numbers = try numbers(of: seed, from: start)
      #expect(numbers == usual, "\(start.rfc3339): \(numbers.difference(from: usual))")
    }
  }

  /// What a member of a seed sees, in days from the start.
  private func numbers(of seed: Seed, from start: Instant) throws -> [String] {
    let store = try ServerStore(path: TemporaryFile.path("server.sqlite"))
    try store.fill(with: seed, now: start)
    let zone = try store.zone()
    let ledger = Ledger(store, zone)
    let today = zone.local(start).day.daysSince1970
    let days = { (moment: Instant) in zone.local(moment).day.daysSince1970 - today }
    let members = try store.database.read { connection in
      try connection.query("SELECT member FROM lot GROUP BY member ORDER BY count(*) DESC LIMIT 1")
      {
        Member.ID($0.text(0))
      }
    }
    let member = try #require(members.first)
    let balance = try ledger.balance(of: member, now: start)
    let tier = try ledger.tier(of: member, now: start)
    let shelf = RewardShelf(store, zone, .english)
    let promotions = try Promotions(ledger, .english).promotions(for: member, now: start)
    return [
      "balance \(balance.available.rawValue) \(balance.pending.rawValue)",
      "tier \(tier.tier?.id.rawValue ?? "") \(tier.earned.rawValue)",
      "next \(tier.next?.missing.rawValue ?? 0) keep \(tier.keep?.missing.rawValue ?? 0)",
    ] + balance.expiring.map { "expires \($0.points.rawValue) on \(days($0.at))" }
      + promotions.map { offer in
        "offer \(offer.id) \(days(offer.from))…\(days(offer.to)) \(offer.isEnrolled) "
          + "\(offer.progress?.current ?? -1) \(offer.completedAt.map(days) ?? -1)"
      }
      + (try shelf.rewards(for: member, now: start)).map { reward in
        "reward \(reward.id) \(reward.cost.rawValue) \(reward.blockers.map(\.code.rawValue))"
      }
      + (try shelf.coupons(of: member, now: start)).map { "coupon \($0.rewardID) \($0.state)" }
      + (try StampCards(ledger).cards(of: member, now: start)).map { card in
        "stamps \(card.id) \(card.filled) \(card.completedCount) \(card.expiresAt.map(days) ?? -1)"
      }
      + (try ledger.entries(of: member, after: nil, limit: 1000)).map { entry in
        "line \(days(entry.createdAt)) \(entry.kind.rawValue) \(entry.points.rawValue)"
      }
  }
}
