import Loyalty
import SQLite

/// Gives members of the coffee chain their codes, and one of them friends in each stage.
struct CoffeeReferrals {
  let store: ServerStore
  let now: Instant

  func fill(_ member: Member.ID, _ connection: Connection) throws {
    let referrals = Referrals(store, try store.zone(connection))
    try referrals.insert("ANNA2F7K", of: member, connection)
    try referrals.insert("BRSL83QM", of: .init("mem_boris"), connection)
    var random = SplitMix64(seed: 20_261_125)
    let friends: [(name: String, daysAgo: Int64, hasBought: Bool)] = [
      ("Ольга Панова", 40, true), ("Тимур Азизов", 12, true), ("Нина Белова", 3, false),
    ]
    for (index, friend) in friends.enumerated() {
      let joined = now.adding(days: -friend.daysAgo)
      let person = Member(
        id: .init("mem_friend\(index)"), name: friend.name, phone: "+7999000010\(index)",
        joinedAt: joined, roles: [.member])
      try store.insert(person, card: Card.issue(using: &random), connection)
      try referrals.claim("ANNA-2F7K", by: person.id, at: joined, in: .russian, connection)
      guard friend.hasBought else { continue }
      try referrals.firstPurchase(of: person.id, at: joined.adding(days: 2), connection)
    }
  }
}
