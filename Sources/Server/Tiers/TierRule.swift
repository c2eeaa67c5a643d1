import Loyalty

/// Which tier what was earned comes to; pure.
struct TierRule {
  /// The lowest first.
  let tiers: [Tier]

  /// What was earned on one day.
  struct Earning {
    var day: Day
    var points: Points
  }

  /// The first day of the twelve months that end with a day.
  static func start(ofWindowTo day: Day) -> Day {
    Day(daysSince1970: yearBefore(day).daysSince1970 + 1)
  }

  /// - Parameter earnings: of the window that ends today.
  func status(
    of earnings: [Earning], on today: Day, supposing whatIf: Points? = nil
  ) -> TierStatus {
    let earnings = counted(earnings, on: today, supposing: whatIf)
    let earned = earnings.reduce(Points.zero) { $0 + $1.points }
    let tier = tier(at: earned)
    let next = tiers.first { $0.threshold > earned && $0.id != tier?.id }
    return TierStatus(
      tier: tier, earned: earned, from: TierRule.start(ofWindowTo: today), to: today,
      keep: tier.flatMap { loss(of: $0, earnings) }.map {
        .init(missing: $0.missing, by: TierRule.lastDay(counting: $0.day))
      },
      next: next.map {
        .init(
          id: $0.id, name: $0.name, threshold: $0.threshold, missing: $0.threshold - earned)
      },
      tiers: tiers, whatIfPoints: whatIf)
  }

  /// The day with which the tier leaves the window, if nothing comes.
  func lossDay(
    of earnings: [Earning], on today: Day, supposing whatIf: Points? = nil
  ) -> Day? {
    let earnings = counted(earnings, on: today, supposing: whatIf)
    return tier(at: earnings.reduce(Points.zero) { $0 + $1.points })
      .flatMap { loss(of: $0, earnings)?.day }
  }

  private func counted(
    _ earnings: [Earning], on today: Day, supposing whatIf: Points?
  ) -> [Earning] {
    earnings + (whatIf.map { [Earning(day: today, points: $0)] } ?? [])
  }

  private func tier(at earned: Points) -> Tier? {
    tiers.last { $0.threshold <= earned } ?? tiers.first
  }

  /// The first day without which there is too little, and what is missing then.
  private func loss(of tier: Tier, _ earnings: [Earning]) -> (day: Day, missing: Points)? {
    var left = earnings.reduce(Points.zero) { $0 + $1.points }
    guard tier.threshold > .zero, left >= tier.threshold else { return nil }
    let days = Dictionary(grouping: earnings, by: \.day).sorted { $0.key < $1.key }
    for (day, earnings) in days {
      left = left - earnings.reduce(Points.zero) { $0 + $1.points }
      if left < tier.threshold {
        return (day, tier.threshold - left)
      }
    }
    return nil
  }

  /// The last day whose window still holds a day.
  static func lastDay(counting day: Day) -> Day {
    var last = day.daysSince1970 + 364
    while yearBefore(Day(daysSince1970: last + 1)) < day { last += 1 }
    return Day(daysSince1970: last)
  }

  /// 28 February for the 29th.
  private static func yearBefore(_ day: Day) -> Day {
    Day(year: day.year - 1, month: day.month, day: day.day)
      ?? Day(year: day.year - 1, month: day.month, day: day.day - 1) ?? day
  }
}
