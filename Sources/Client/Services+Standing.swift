import App
import LocalStore
import Loyalty

extension Services {
  /// NB: one that another version of the client stored and this one cannot read is as good as none:
  /// the home screen must not wait for it.
  func tierStatus() -> TierStatus? {
    try? document(TierStatus.self, .tier)
  }

  func explanation() throws -> ExplanationContents {
    ExplanationContents(
      explanation: try document(BalanceExplanation.self, .explanation),
      confirmedAt: try store.confirmed(.explanation))
  }
}

extension BalanceExplanation: Foreign {
  var cleaned: BalanceExplanation {
    BalanceExplanation(
      lots: lots.prefix(Self.longestList).map(\.cleaned), ledgerSum: ledgerSum.bounded,
      balance: balance.bounded, addsUp: addsUp)
  }
}

extension Lot {
  fileprivate var cleaned: Lot {
    Lot(
      id: id, title: title.cleaned, granted: granted.bounded, remaining: remaining.bounded,
      activeFrom: activeFrom, expiresAt: expiresAt,
      draws: draws.prefix(BalanceExplanation.longestList).map {
        Draw(title: $0.title.cleaned, points: $0.points.bounded, at: $0.at)
      })
  }
}

extension TierStatus: Foreign {
  /// With texts that can be drawn and numbers that can be computed with.
  var cleaned: TierStatus {
    TierStatus(
      tier: tier?.cleaned, earned: earned.bounded, from: from, to: to,
      keep: keep.map { Keep(missing: $0.missing.bounded, by: $0.by) },
      next: next.map {
        Next(
          id: $0.id, name: $0.name.cleaned, threshold: $0.threshold.bounded,
          missing: $0.missing.bounded)
      }, tiers: tiers.prefix(20).map(\.cleaned), whatIfPoints: whatIfPoints?.bounded)
  }
}

extension Tier {
  fileprivate var cleaned: Tier {
    Tier(
      id: id, name: name.cleaned, threshold: threshold.bounded,
      benefits: benefits.prefix(20).map(\.cleaned))
  }
}

extension Localized<String> {
  fileprivate var cleaned: LocalizedText {
    LocalizedText(values.mapValues { Loyalty.cleaned($0, limit: 200) })
  }
}

extension Points {
  /// Far from the edges of its type, so that sums of a few never trap.
  fileprivate var bounded: Points {
    let most: Int64 = 1_000_000_000_000_000
    return Points(Swift.max(-most, Swift.min(rawValue, most)))
  }
}
