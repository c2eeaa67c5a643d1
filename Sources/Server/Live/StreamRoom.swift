import Contract
import Loyalty

/// Which streams there is room for, and which give theirs up for another.
///
/// Members count by member. Guests have a share in all, and are told apart by address: where little
/// of it is left, the address with the most loses its oldest, so that none can take it from the
/// others. Members go before guests.
struct StreamRoom {
  private let limits: StreamLimits
  private var streams: [Int: Holder] = [:]
  private var guests = 0
  private var lastID = 0

  private struct Holder {
    var member: Member.ID?
    /// `nil` where nobody can be told apart.
    var address: ClientAddress?
  }

  init(_ limits: StreamLimits) {
    self.limits = limits
  }

  var count: Int { streams.count }

  /// Takes a place; the stream that is `displaced` has lost its own, and is to be ended.
  ///
  /// - Returns: `nil` when there is no room.
  mutating func enter(
    _ member: Member.ID?, from address: ClientAddress?
  ) -> (id: Int, displaced: Int?)? {
    let displaced = if let member { loser(to: member) } else { loserToGuest(from: address) }
    let left = displaced == nil ? 0 : 1
    guard streams.count - left < limits.total, member != nil || guests - left < limits.guests else {
      return nil
    }
    if let displaced { leave(displaced) }
    lastID += 1
    streams[lastID] = Holder(member: member, address: address)
    if member == nil { guests += 1 }
    return (lastID, displaced)
  }

  mutating func leave(_ id: Int) {
    guard let holder = streams.removeValue(forKey: id) else { return }
    if holder.member == nil { guests -= 1 }
  }

  private func loser(to member: Member.ID) -> Int? {
    let own = streams.filter { $0.value.member == member }
    if own.count >= StreamLimits.ofMember { return own.keys.min() }
    guard streams.count >= limits.total else { return nil }
    let most = guestCounts().max { $0.value < $1.value }?.key
    return oldestGuest { most == nil || $0 == most } ?? oldestGuest { _ in true }
  }

  /// Below four fifths nobody loses anything: one address may be a carrier's, with all its customers.
  private func loserToGuest(from address: ClientAddress?) -> Int? {
    let isScarce = guests * 5 >= limits.guests * 4 || streams.count * 5 >= limits.total * 4
    guard isScarce else { return nil }
    var counts = guestCounts()
    if let address { counts[address, default: 0] += 1 }
    guard let most = counts.values.max(), most > 1 else { return nil }
    // Among equals it is the one that wants another.
    if let address, counts[address] == most { return oldestGuest { $0 == address } }
    return oldestGuest { $0.map { counts[$0] } == most }
  }

  private func guestCounts() -> [ClientAddress: Int] {
    streams.values.reduce(into: [:]) { counts, holder in
      if holder.member == nil, let address = holder.address { counts[address, default: 0] += 1 }
    }
  }

  private func oldestGuest(where isMeant: (ClientAddress?) -> Bool) -> Int? {
    streams.filter { $0.value.member == nil && isMeant($0.value.address) }.keys.min()
  }
}
