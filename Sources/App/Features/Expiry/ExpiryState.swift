import Loyalty

extension State {
  /// What ends, as far as it is known here.
  var expiryCalendar: ExpiryCalendar {
    ExpiryCalendar(
      lots: explanation.contents.explanation?.lots ?? [],
      coupons: offers(.rewards) ? rewards.contents.coupons : [],
      offers: offers(.promotions) ? promotions.contents.promotions ?? [] : [], now: now,
      zone: settings.zone)
  }

  /// What ends, in words: "42 points", "Coupon: Free cappuccino".
  func words(for item: ExpiryCalendar.Item) -> String {
    let language = settings.language
    switch item {
    case .lot(let lot): return phrases.points(lot.remaining, of: program)
    case .coupon(let coupon): return coupon.title.value(in: language) ?? ""
    case .offer(let offer): return offer.title.value(in: language) ?? ""
    }
  }

  /// What it is, or came from.
  func note(for item: ExpiryCalendar.Item) -> String {
    switch item {
    case .lot(let lot): lot.title.value(in: settings.language) ?? ""
    case .coupon: phrases.say(.coupon)
    case .offer: phrases.say(.expiryOffer)
    }
  }

  /// The same as a file for other calendars.
  var expiryFile: String {
    let name = program?.name.value(in: settings.language) ?? "loyalhub"
    let id = program?.id.rawValue ?? ""
    let events = expiryCalendar.rows.map { row in
      let what = words(for: row.item).withPlainSpaces
      let phrase: Phrase =
        switch row.item {
        case .lot: .expiryFilePoints
        case .coupon: .expiryFileCoupon
        case .offer: .expiryFileOffer
        }
      return ICalendar.Event(
        uid: "\(row.item.uid)@\(id).loyalhub", day: row.day,
        summary: phrases.say(phrase, ["what": what, "program": name]),
        description: note(for: row.item))
    }
    return ICalendar(product: name, events: events, stamp: now).text
  }
}
