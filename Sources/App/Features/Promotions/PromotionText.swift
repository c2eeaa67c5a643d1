import Loyalty

extension State {
  /// How long a promotion goes on, or when it begins: "5 days left".
  func window(of promotion: Promotion) -> String {
    switch promotion.phase(at: now) {
    case .current:
      // NB: whole days of 24 hours, as an offer ends with a day where the program is at home, and
      // that day may have another date where the member is.
      let days = promotion.to.seconds(since: now) / 86_400
      guard days > 0 else { return phrases.say(.promotionLastDay) }
      return phrases.say(.promotionLeftDays, ["days": phrases.count(Int(days), .day)])
    case .soon:
      let today = settings.zone.local(now).day.daysSince1970
      let days = settings.zone.local(promotion.from).day.daysSince1970 - today
      return days == 1
        ? phrases.say(.promotionTomorrow)
        : phrases.say(.promotionFrom, ["day": day(promotion.from)])
    case .ended: return phrases.say(.promotionEnded)
    }
  }

  /// "3 of 5 purchases".
  func words(for progress: Promotion.Progress) -> String {
    let (current, target): (String, String) =
      switch progress.unit {
      case .purchases:
        (phrases.decimal(progress.current), phrases.count(Int(progress.target), .ofPurchases))
      case .days:
        (phrases.decimal(progress.current), phrases.count(Int(progress.target), .ofDays))
      case .points:
        (
          phrases.number(Points(progress.current), of: program),
          phrases.number(Points(progress.target), of: program)
        )
      case .money:
        (
          phrases.decimal(progress.current / 100),
          phrases.money(Money(amount: progress.target, currency: progress.currency ?? ""))
        )
      default: (phrases.decimal(progress.current), phrases.decimal(progress.target))
      }
    return phrases.say(.promotionOf, ["current": current, "target": target])
  }
}

/// A row of the list in words.
struct PromotionText {
  let title: String
  let note: String
  /// How far the member is, else what it gives.
  let amount: String
  let isMuted: Bool
  let spoken: String

  init(_ promotion: Promotion, _ state: State) {
    let phrases = state.phrases
    let language = state.settings.language
    let isDone = promotion.completedAt != nil
    title = promotion.title.value(in: language) ?? ""
    note = isDone ? phrases.say(.promotionDone) : state.window(of: promotion)
    let bonus = promotion.bonus.map { phrases.signed($0, of: state.program) } ?? ""
    var said = promotion.bonus.map { phrases.points($0, of: state.program) } ?? ""
    if isDone {
      amount = bonus
    } else if promotion.isEnrolled, let progress = promotion.progress {
      amount = PromotionText.short(progress)
      said = state.words(for: progress)
    } else {
      amount = promotion.isEnrolled ? phrases.say(.promotionIn) : bonus
      if promotion.isEnrolled { said = amount }
    }
    isMuted = isDone || promotion.phase(at: state.now) != .current
    spoken =
      [title, note, said].filter { !$0.isEmpty }.joined(separator: ", ")
      .withPlainSpaces
  }

  /// Counted things as they are, amounts as a share.
  private static func short(_ progress: Promotion.Progress) -> String {
    switch progress.unit {
    case .purchases, .days: "\(progress.current)/\(progress.target)"
    default: "\(Int(progress.share * 100))%"
    }
  }
}

extension Promotion.Progress {
  /// 0–1.
  var share: Double {
    target > 0 ? max(0, min(1, Double(current) / Double(target))) : 0
  }
}
