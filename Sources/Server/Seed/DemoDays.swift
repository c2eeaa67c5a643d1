import Content
import Loyalty

/// The brands' files are written as on one day; a demo moves their days and moments by the time that
/// has passed since.
struct DemoDays {
  let now: Instant
  let ledger: Ledger

  /// 2026-11-23, the day on which the files are true as they stand.
  private static let written = Day(daysSince1970: 20_780)
  /// 09:00 UTC of it.
  private static let moment = Instant(milliseconds: 1_795_424_400_000)

  init(_ store: ServerStore, _ program: Program, now: Instant) {
    self.now = now
    ledger = Ledger(store, Zone.named(program.timeZone))
  }

  private func moved(_ day: Day) -> Day {
    let today = ledger.zone.local(now).day.daysSince1970
    return Day(daysSince1970: day.daysSince1970 - Self.written.daysSince1970 + today)
  }

  private func moved(_ moment: Instant) -> Instant {
    Instant(milliseconds: moment.rawValue - Self.moment.rawValue + now.rawValue)
  }

  func rule(of offer: WrittenOffer) -> PromotionRule {
    PromotionRule(
      id: offer.id, title: offer.title, description: offer.description, reward: offer.reward,
      terms: offer.terms, from: ledger.start(of: moved(offer.from)),
      to: ledger.end(of: moved(offer.to)), enrollment: offer.enrollment, places: offer.places,
      tiers: offer.tiers, segments: offer.segments, goal: offer.goal, bonus: offer.bonus,
      bonusDays: Int64(offer.bonusDays), picture: offer.picture)
  }

  func rule(of code: WrittenCode) -> PromoCodeRule {
    let end: Instant =
      switch code.until {
      case .day(let day): ledger.end(of: moved(day))
      case .moment(let moment): moved(moment)
      }
    return PromoCodeRule(
      title: code.title, points: code.points, pointsDays: Int64(code.pointsDays),
      reward: code.reward, promotion: code.offer, to: end, segment: code.segment)
  }

  func shop(_ shop: WrittenShop) -> Shop {
    let days = shop.specialDays.map {
      SpecialDay(on: moved($0.on), hours: $0.hours, note: $0.note)
    }
    return Shop(
      id: shop.id, name: shop.name, address: shop.address, city: shop.city,
      latitude: shop.place.latitude, longitude: shop.place.longitude, phone: shop.phone,
      services: shop.services, week: shop.week, specialDays: days, timeZone: shop.timeZone,
      offsets: [], openIntervals: [], hoursKnownUntil: now, picture: shop.picture)
  }

  /// The screen with the moments moved that its blocks are shown at or count to.
  func screen(_ screen: Screen) -> Screen {
    var screen = screen
    for place in screen.blocks.indices {
      for part in ["props", "visibility"] {
        let fields = screen.blocks[place].members[part]?.object
        guard let fields else { continue }
        screen.blocks[place].members[part] = .object(
          fields.mapValues { value in
            guard let moment = value.string.flatMap({ Instant(rfc3339: $0) }) else { return value }
            return .string(moved(moment).rfc3339)
          })
      }
    }
    return screen
  }
}
