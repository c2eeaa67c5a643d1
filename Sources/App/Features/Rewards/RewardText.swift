import Loyalty

/// A row of the list in words.
struct RewardText {
  let name: String
  /// The name with the mark of a favourite.
  let title: String
  /// What stands beside the amount: a reason, or how long.
  let note: String?
  /// The same in one word, where there is one.
  var shortNote: String?
  let amount: String
  let isMuted: Bool
  let isCoupon: Bool
  let spoken: String

  init(_ item: RewardsState.Item, _ state: State) {
    let phrases = state.phrases
    let language = state.settings.language
    let said: String
    switch item {
    case .coupon(let coupon):
      name = coupon.title.value(in: language) ?? ""
      title = name
      note = state.words(for: coupon)
      if coupon.state(at: state.now) == .withdrawn {
        shortNote = phrases.say(.couponWithdrawnShort)
      }
      amount = phrases.say(.coupon)
      said = amount
      isMuted = coupon.state(at: state.now) != .active
      isCoupon = true
    case .reward(let reward):
      name = reward.title.value(in: language) ?? ""
      title = state.isFavourite(reward.id) ? "★ \(name)" : name
      let goal = state.isGoal(reward.id) ? phrases.say(.goalMark) : nil
      let reason = reward.blockers.first.map { state.shortWords(for: $0, of: reward) }
      let notes = [goal, reason].compactMap(\.self)
      note = notes.isEmpty ? nil : notes.joined(separator: " · ")
      shortNote = goal == nil ? nil : goal
      amount = phrases.number(reward.cost, of: state.program)
      said = phrases.points(reward.cost, of: state.program)
      isMuted = !reward.blockers.isEmpty
      isCoupon = false
    }
    spoken =
      [title, note, said].compactMap(\.self).joined(separator: ", ")
      .withPlainSpaces
  }
}

extension State {
  /// How many points are missing, as far as the balance is known here.
  private func shortfall(of reward: Reward) -> Points? {
    guard let available = home.contents.balance?.available, available < reward.cost else {
      return nil
    }
    // NB: a foreign balance may be anything; what overflows is no help to anybody.
    let (missing, overflow) = reward.cost.rawValue.subtractingReportingOverflow(available.rawValue)
    return overflow ? nil : Points(missing)
  }

  /// How much of the price is there, where only points are missing.
  func nearness(of reward: Reward) -> Double? {
    guard let available = home.contents.balance?.available, available > .zero,
      !reward.blockers.isEmpty,
      reward.blockers.allSatisfy({ $0.code == .insufficientPoints }), reward.cost > .zero
    else { return nil }
    return min(1, Double(available.rawValue) / Double(reward.cost.rawValue))
  }

  /// The reason in two or three words, for a row.
  func shortWords(for blocker: Reward.Blocker, of reward: Reward) -> String {
    switch blocker.code {
    case .insufficientPoints:
      guard let missing = shortfall(of: reward) else {
        let noun = program?.manyPoints(in: settings.language) ?? ""
        return phrases.say(.reasonPoints, ["noun": noun])
      }
      return phrases.say(.needMore, ["points": phrases.number(missing, of: program)])
    case .outOfStock: return phrases.say(.reasonStock)
    case .limitReached: return phrases.say(.reasonLimit)
    case .notEligible: return phrases.say(.reasonEligible)
    case .unauthenticated: return phrases.say(.reasonMember)
    default: return phrases.say(.reasonOther)
    }
  }

  /// The reason as a sentence, for the sheet: the server's words, and what is missing.
  func words(for blocker: Reward.Blocker, of reward: Reward) -> String {
    let short = shortWords(for: blocker, of: reward)
    guard let message = blocker.message, !message.isEmpty else { return short }
    guard blocker.code == .insufficientPoints, let missing = shortfall(of: reward) else {
      return message
    }
    let points = phrases.points(missing, of: program)
    return "\(message) \(phrases.say(.needMore, ["points": points]).capitalizedFirst)."
  }

  /// Until when a coupon is good, or what became of it.
  func words(for coupon: Coupon) -> String {
    switch coupon.state(at: now) {
    case .active: return phrases.say(.couponUntil, ["day": day(coupon.expiresAt)])
    case .used: return phrases.say(.couponUsed)
    case .expired: return phrases.say(.couponExpired)
    case .withdrawn: return phrases.say(.couponWithdrawn)
    default: return phrases.say(.couponUnknown)
    }
  }

  func day(_ instant: Instant) -> String {
    let year = settings.zone.local(now).day.year
    return phrases.day(settings.zone.local(instant).day, in: year)
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
