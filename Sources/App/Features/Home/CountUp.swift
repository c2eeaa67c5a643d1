import Loyalty

/// A number that counts from what it was to what it is, fast first and then slower.
struct CountUp: Equatable, Sendable {
  var from: Points
  var since: Instant

  /// Milliseconds.
  static let length: Int64 = 800
  static let step: Int64 = 50

  func value(of points: Points, at now: Instant) -> Points {
    let elapsed = max(0, now.rawValue - since.rawValue)
    guard elapsed < CountUp.length else { return points }
    let left = 1 - Double(elapsed) / Double(CountUp.length)
    let missing = (Double(points.rawValue) - Double(from.rawValue)) * left * left * left
    // Numbers beyond all sense arrive at once.
    guard abs(missing) < 1e18, abs(points.rawValue / 2) < 1 << 60 else { return points }
    return Points(points.rawValue - Int64(missing))
  }

  /// When it looks different; `nil` when it has arrived.
  func nextTick(after now: Instant) -> Instant? {
    let elapsed = max(0, now.rawValue - since.rawValue)
    guard elapsed < CountUp.length else { return nil }
    return since.adding(milliseconds: (elapsed / CountUp.step + 1) * CountUp.step)
  }
}

extension HomeState {
  mutating func endCountUp(at now: Instant) {
    if let countUp, countUp.nextTick(after: now) == nil { self.countUp = nil }
  }
}

extension State {
  /// The balance as it is drawn now.
  func shownBalance(_ balance: Balance) -> Points {
    home.countUp?.value(of: balance.available, at: now) ?? balance.available
  }

  /// When the counting number has to be drawn again, as long as it can be seen.
  var countUpDeadline: Instant? {
    guard tab == .home, sheets.isEmpty else { return nil }
    return home.countUp?.nextTick(after: now)
  }

  /// Makes what has just been loaded felt: the balance counts to what it is now, and points that
  /// came by themselves are named.
  mutating func celebrate(since before: HomeContents) {
    let contents = home.contents
    guard let member = contents.member?.id, before.member?.id == member,
      let old = before.balance?.available, let new = contents.balance?.available, old != new
    else { return }
    if settings.hasMotion, live.isInFront, tab == .home, sheets.isEmpty {
      home.countUp = CountUp(from: shown(old), since: now)
    }
    guard live.isNews, sheets.isEmpty || sheets == [.card] else { return }
    let known = Set(before.latest.map(\.id))
    let brought = contents.latest.reversed().filter { entry in
      // What had expired of a sale comes back only to go with the sale.
      !known.contains(entry.id) && entry.points > .zero && entry.kind != .refund
    }
    guard !hasRoomToCelebrate else { return celebrate(brought) }
    for entry in brought {
      let text = EntryText(entry, self)
      toast([text.amount, text.title].filter { !$0.isEmpty }.joined(separator: "  "))
    }
  }

  /// A tier above the one that was known.
  mutating func celebrateTier(since before: HomeContents) {
    guard let status = home.contents.tier, let tier = status.tier, let old = before.tier?.tier,
      before.member?.id == home.contents.member?.id,
      let place = status.tiers.firstIndex(where: { $0.id == tier.id }),
      let oldPlace = status.tiers.firstIndex(where: { $0.id == old.id }), oldPlace < place,
      let name = tier.name.value(in: settings.language)
    else { return }
    guard hasRoomToCelebrate else { return toast(phrases.say(.newTier, ["tier": name])) }
    celebrate(
      tier: name, benefits: tier.benefits.compactMap { $0.value(in: settings.language) })
  }

  /// What a number that is still counting has reached.
  private func shown(_ old: Points) -> Points {
    home.countUp?.value(of: old, at: now) ?? old
  }
}
