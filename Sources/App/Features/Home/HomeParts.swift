import Loyalty

/// What home names of other screens: a few rows each, with the key that leads to all of them.
extension State {
  /// The tier, then the stamp card that is nearest to full, then what is being saved for.
  ///
  /// - Parameters:
  ///   - isWide: whether there is a row below each bar.
  ///   - hasGoal: whether the goal has no better place.
  func homeBars(isWide: Bool, hasGoal: Bool) -> [NamedBar] {
    [
      tierBar(isWide: isWide), stampBar(isWide: isWide),
      hasGoal ? goalBar(isWide: isWide) : nil,
    ].compactMap(\.self)
  }

  /// What is being saved for, and how far that is.
  func goalBar(isWide: Bool) -> NamedBar? {
    guard offers(Action.rewards(.showGoal)), let goal else { return nil }
    let title = goal.reward.title.value(in: settings.language) ?? ""
    let words =
      goal.missing == .zero
      ? phrases.say(.goalReached)
      : phrases.say(.goalMissing, ["points": phrases.points(goal.missing, of: program)])
    let spoken = phrases.say(
      .goalSpoken,
      [
        "title": title, "have": phrases.number(min(goal.have, goal.reward.cost), of: program),
        "cost": phrases.points(goal.reward.cost, of: program),
      ])
    var bar = NamedBar(
      id: "home.goal", start: phrases.say(.goalNamed, ["title": title]), end: words,
      share: goal.share, spoken: spoken,
      action: .rewards(.showGoal))
    if isWide {
      bar.start = title
      bar.end = phrases.number(goal.reward.cost, of: program)
      bar.note = words
      bar.key = Command.key(.rewards(.showGoal), on: .home)
    }
    return bar
  }

  private func tierBar(isWide: Bool) -> NamedBar? {
    guard let status = home.contents.tier, let tier = status.tier, offers(.tiers) else {
      return nil
    }
    let name = tier.name.value(in: settings.language) ?? ""
    let words = words(forNextOf: status)
    var bar = NamedBar(
      id: "home.tier", start: name, end: words, share: status.progress,
      spoken: "\(name), \(words)", action: .tier(.show))
    if isWide {
      bar.end = status.next?.name.value(in: settings.language) ?? ""
      bar.note = words
      bar.key = Command.key(.tier(.show), on: .home)
    }
    return bar
  }

  private func stampBar(isWide: Bool) -> NamedBar? {
    guard let card = stampCardOfHome else { return nil }
    let title = card.title.value(in: settings.language) ?? ""
    let words = words(for: card)
    var bar = NamedBar(
      id: "home.stamps", start: title, end: words,
      share: Double(card.filled) / Double(max(1, card.slots)), steps: card.slots,
      spoken: "\(title), \(words)", action: .stamps(.show))
    if isWide {
      bar.end = card.reward.value(in: settings.language) ?? ""
      bar.note = words
      bar.key = Command.key(.stamps(.show), on: .home)
    }
    return bar
  }

  /// What is on now and not done with.
  var homeOffers: [LinkRow] {
    guard offers(Action.showTab(.promotions)) else { return [] }
    return promotions.items.enumerated().compactMap { row, promotion in
      let text = PromotionText(promotion, self)
      guard !text.isMuted else { return nil }
      return LinkRow(
        id: Element.ID(rawValue: "home.offer.\(row)"), title: text.title, note: text.note,
        value: text.amount, isStrong: true, spoken: text.spoken,
        action: .home(.openOffer(promotion.id)), picture: promotion.picture)
    }
  }

  /// What can be used at the till.
  var homeCoupons: [LinkRow] {
    guard offers(Action.showTab(.rewards)) else { return [] }
    return rewards.items.enumerated().compactMap { row, item in
      guard case .coupon(let coupon) = item, coupon.state(at: now) == .active else { return nil }
      let text = RewardText(item, self)
      return LinkRow(
        id: Element.ID(rawValue: "home.coupon.\(row)"), title: text.title, note: text.note,
        value: text.amount, spoken: text.spoken, action: .rewards(.openCoupon(coupon.id)))
    }
  }

  /// The nearest, as soon as the member has said where they are.
  var homeShops: [LinkRow] {
    guard shops.contents.origin != nil, offers(Action.shops(.show)) else { return [] }
    return shops.items.prefix(6).enumerated().map { row, item in
      let name = item.shop.name.value(in: settings.language) ?? ""
      let openness = phrases.openness(of: item.shop, at: now)
      let distance = item.distance.map { phrases.distance($0) } ?? ""
      return LinkRow(
        id: Element.ID(rawValue: "home.store.\(row)"), title: name, note: openness,
        value: distance, spoken: "\(name), \(openness), \(distance)",
        action: .home(.openShop(item.shop.id)))
    }
  }

  /// What the program has written last.
  var homeMessages: [LinkRow] {
    guard offers(Action.inbox(.show)) else { return [] }
    let year = settings.zone.local(now).day.year
    return inbox.items.prefix(12).enumerated().map { row, message in
      let title = message.title.value(in: settings.language) ?? ""
      let day = phrases.day(settings.zone.local(message.createdAt).day, in: year)
      let isNew = message.readAt == nil
      return LinkRow(
        id: Element.ID(rawValue: "home.message.\(row)"), title: isNew ? "● \(title)" : title,
        value: day,
        spoken: [title, day, isNew ? phrases.say(.unread) : ""].filter { !$0.isEmpty }
          .joined(separator: ", "), action: .inbox(.open(row: row)))
    }
  }

  var partMessages: SectionHead {
    SectionHead(
      id: "home.messages", title: phrases.say(.inbox),
      key: Command.key(.inbox(.show)), action: .inbox(.show))
  }

  func partForYou(_ count: Int) -> SectionHead {
    SectionHead(
      id: "home.foryou", title: phrases.say(.forYou), count: phrases.decimal(Int64(count)),
      key: key(of: .promotions), action: .showTab(.promotions))
  }

  func partOffers(_ count: Int) -> SectionHead {
    var head = partForYou(count)
    head.keyTitle = phrases.say(.allOffers)
    return head
  }

  func partCoupons(_ count: Int) -> SectionHead {
    SectionHead(
      id: "home.coupons", title: phrases.say(.coupons), count: phrases.decimal(Int64(count)),
      key: key(of: .rewards), action: .showTab(.rewards))
  }

  var partShops: SectionHead {
    SectionHead(
      id: "home.stores", title: phrases.say(.nearby), action: .shops(.show))
  }

  /// The key of a section; `nil` where the program has it not.
  func key(of tab: Tab) -> String? {
    numberedTabs.first { $0.tab == tab }.map { String($0.number) }
  }

  /// Days of this clock until points are gone at the end of a day.
  func days(until day: Day) -> Int {
    Int(day.daysSince1970 - settings.zone.local(now).day.daysSince1970)
  }

  /// "Expire tomorrow", in the form that the number asks for.
  func words(forExpiry expiry: Expiry) -> String {
    let noun = PluralCategory(expiry.points.rawValue.magnitude, in: settings.language)
    let isOne = noun == .one && (program?.pointsScale ?? 0) == 0
    return phrases.say(
      isOne ? .expiresOne : .expiresMany, ["day": dayWords(expiry.on)])
  }

  func dayWords(_ day: Day) -> String {
    switch days(until: day) {
    case 0: phrases.say(.today)
    case 1: phrases.say(.tomorrow)
    default: phrases.day(day, in: settings.zone.local(now).day.year)
    }
  }
}
