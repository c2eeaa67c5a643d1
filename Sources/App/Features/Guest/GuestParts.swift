import Content
import Loyalty

/// A part of a guest's home.
struct GuestPart {
  let head: SectionHead
  let rows: [LinkRow]
}

extension State {
  /// What there is to look at, what people come for first; what the program has not is left out.
  var guestParts: [GuestPart] {
    [guestOffers, guestRewards, guestShops, guestNews].compactMap(\.self)
      .filter { !$0.rows.isEmpty }
  }

  /// What one has of it, in a line: from how many points there is something.
  var guestLead: String {
    let costs = rewards.contents.rewards?.map(\.cost).filter { $0 > .zero } ?? []
    guard offers(Action.showTab(.rewards)), let least = costs.min() else {
      return phrases.say(.guestLead)
    }
    return phrases.say(.guestLeadFrom, ["points": phrases.points(least, of: program)])
  }

  private var guestOffers: GuestPart? {
    let rows = homeOffers
    return GuestPart(
      head: SectionHead(
        id: "guest.offers", title: phrases.say(.guestOffers),
        count: phrases.decimal(Int64(rows.count)), key: key(of: .promotions),
        action: .showTab(.promotions)), rows: rows)
  }

  private var guestRewards: GuestPart? {
    guard offers(Action.showTab(.rewards)) else { return nil }
    let items = rewards.items.enumerated().compactMap { row, item -> (Points, LinkRow)? in
      guard case .reward(let reward) = item else { return nil }
      let title = reward.title.value(in: settings.language) ?? ""
      let cost = phrases.points(reward.cost, of: program)
      let row = LinkRow(
        id: Element.ID(rawValue: "guest.reward.\(row)"), title: title, value: cost,
        spoken: "\(title), \(cost)", action: .rewards(.open(row: row)), picture: reward.picture)
      return (reward.cost, row)
    }
    return GuestPart(
      head: SectionHead(
        id: "guest.rewards", title: phrases.say(.guestRewards),
        count: phrases.decimal(Int64(items.count)), key: key(of: .rewards),
        action: .showTab(.rewards)),
      rows: items.sorted { $0.0 < $1.0 }.map(\.1))
  }

  private var guestShops: GuestPart? {
    guard offers(Action.shops(.show)) else { return nil }
    let isNear = shops.contents.origin != nil
    // Without a place of one's own those first where one can go now.
    let items =
      isNear ? shops.items : shops.items.filter(isOpen) + shops.items.filter { !isOpen($0) }
    let rows = items.prefix(12).map { item in
      let name = item.shop.name.value(in: settings.language) ?? ""
      let openness = phrases.openness(of: item.shop, at: now)
      let distance = item.distance.map { phrases.distance($0) } ?? ""
      let isAlone = distance.isEmpty
      return LinkRow(
        id: Element.ID(rawValue: "guest.shop.\(item.shop.id.rawValue)"), title: name,
        note: isAlone ? nil : openness, value: isAlone ? openness : distance,
        spoken: [name, openness, distance].filter { !$0.isEmpty }.joined(separator: ", "),
        action: .home(.openShop(item.shop.id)), picture: item.shop.picture)
    }
    return GuestPart(
      head: SectionHead(
        id: "guest.shops", title: phrases.say(isNear ? .nearby : .guestShops),
        count: phrases.decimal(Int64(shops.items.count)), action: .shops(.show)),
      rows: Array(rows))
  }

  private func isOpen(_ item: ShopsState.Item) -> Bool {
    if case .open = item.shop.openness(at: now) { true } else { false }
  }

  /// The screens that the business has made sections of, and what they begin with.
  private var guestNews: GuestPart? {
    let rows = screens.screens(in: .bar).map { screen in
      let title = screen.title(in: self)
      return LinkRow(
        id: Element.ID(rawValue: "guest.screen.\(screen.slug)"), title: title,
        value: key(of: .screen(screen.slug)) ?? "", spoken: title,
        action: .showTab(.screen(screen.slug)),
        picture: screen.blocks.lazy.compactMap { $0.kind == .image ? $0.picture : nil }.first)
    }
    return GuestPart(
      head: SectionHead(id: "guest.news", title: phrases.say(.guestNews)), rows: rows)
  }
}
