import Loyalty

extension TierStatus {
  /// How far from this tier to the next, 0–1.
  var progress: Double {
    guard let next else { return 1 }
    let start = tier?.threshold ?? .zero
    let whole = Double((next.threshold - start).rawValue)
    guard whole > 0 else { return 0 }
    return max(0, min(1, Double((earned - start).rawValue) / whole))
  }
}

extension State {
  /// What the next tier takes, or that there is none.
  func words(forNextOf status: TierStatus) -> String {
    guard let next = status.next else { return phrases.say(.tierTop) }
    return phrases.say(
      .tierToNext,
      [
        "points": phrases.number(next.missing, of: program),
        "tier": next.name.value(in: settings.language) ?? "",
      ])
  }
}
