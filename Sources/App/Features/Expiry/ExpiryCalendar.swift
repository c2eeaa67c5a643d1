public import Loyalty

/// What ends in the next ninety days, day by day.
public struct ExpiryCalendar: Equatable, Sendable {
  /// Something that ends.
  public enum Item: Equatable, Sendable {
    /// What is left of points that came together.
    case lot(Lot)
    case coupon(Coupon)
    /// One that the member takes part in, or can.
    case offer(Promotion)
  }

  /// What ends on a day; never nothing.
  public struct Entry: Equatable, Sendable {
    public let day: Day
    public let items: [Item]

    /// Points that end on it.
    public var points: Points {
      items.reduce(.zero) { sum, item in
        guard case .lot(let lot) = item else { return sum }
        return Points(sum.rawValue.adding(saturating: lot.remaining.rawValue))
      }
    }
  }

  public let today: Day
  /// In their order; only days on which something ends.
  public let entries: [Entry]

  /// Days that are looked ahead, today among them.
  public static let days: Int64 = 90

  /// What ends later than that, or is over already, is left out.
  public init(
    lots: [Lot], coupons: [Coupon], offers: [Promotion], now: Instant, zone: Zone
  ) {
    let today = zone.local(now).day
    self.today = today
    var found: [(at: Instant, item: Item)] = []
    for lot in lots where lot.remaining > .zero && lot.activeFrom <= now {
      if let end = lot.expiresAt { found.append((end, .lot(lot))) }
    }
    for coupon in coupons where coupon.state(at: now) == .active {
      found.append((coupon.expiresAt, .coupon(coupon)))
    }
    for offer in offers
    where offer.completedAt == nil && offer.phase(at: now) == .current {
      found.append((offer.to, .offer(offer)))
    }
    var days: [Day: [(at: Instant, item: Item)]] = [:]
    for one in found where one.at > now {
      let day = zone.local(one.at).day
      guard day.daysSince1970 - today.daysSince1970 < ExpiryCalendar.days else { continue }
      days[day, default: []].append(one)
    }
    entries = days.keys.sorted().map { day in
      Entry(day: day, items: (days[day] ?? []).sorted(by: ExpiryCalendar.isBefore).map(\.item))
    }
  }

  /// By the moment, then by what it is: the same in each run.
  private static func isBefore(
    _ one: (at: Instant, item: Item), _ other: (at: Instant, item: Item)
  ) -> Bool {
    (one.at.rawValue, one.item.uid) < (other.at.rawValue, other.item.uid)
  }

  /// Points that end within so many days, today among them.
  public func points(within days: Int64) -> Points {
    entries.filter { self.days(until: $0.day) < days }
      .reduce(.zero) { Points($0.rawValue.adding(saturating: $1.points.rawValue)) }
  }

  /// One thing, on its day.
  public struct Row: Equatable, Sendable {
    public let day: Day
    public let item: Item
  }

  /// All of them, in their order.
  public var rows: [Row] {
    entries.flatMap { entry in entry.items.map { Row(day: entry.day, item: $0) } }
  }

  func days(until day: Day) -> Int64 { day.daysSince1970 - today.daysSince1970 }
}

extension ExpiryCalendar.Item {
  /// The same for the same thing, whenever it is asked for.
  var uid: String {
    switch self {
    case .lot(let lot): "points-\(lot.id.rawValue)"
    case .coupon(let coupon): "coupon-\(coupon.id.rawValue)"
    case .offer(let offer): "offer-\(offer.id.rawValue)"
    }
  }
}
