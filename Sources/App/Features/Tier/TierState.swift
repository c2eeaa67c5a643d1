public import Loyalty

/// What a member supposes on the tier's sheet, and what the server says to it.
public struct TierState: Equatable, Sendable {
  /// Points more than were earned.
  public var whatIf = Points.zero
  public var answer: TierStatus?
  public var isAsking = false
  /// Why there is no answer.
  public var problem: String?

  public init() {}

  /// As many as make sense to suppose, in whole points.
  static let most: Int64 = 1_000_000
}

extension State {
  /// Supposes more or less; the server computes what that comes to.
  mutating func suppose(_ step: Int64) -> [Effect] {
    guard sheets.last == .tier, home.contents.tier?.tier != nil else { return [] }
    var unit: Int64 = 1
    for _ in 0..<(program?.pointsScale ?? 0) { unit *= 10 }
    let step = max(-TierState.most, min(step, TierState.most))
    let points = max(0, min(tier.whatIf.rawValue + step * unit, TierState.most * unit))
    guard points != tier.whatIf.rawValue else { return [] }
    tier = TierState()
    tier.whatIf = Points(points)
    guard points > 0 else { return [] }
    tier.isAsking = true
    return [.ask(.tier(supposing: tier.whatIf))]
  }

  /// Takes the answer to what is supposed now; an older one is out of date.
  mutating func showAnswer(_ answer: TierStatus) {
    guard answer.whatIfPoints == tier.whatIf else { return }
    tier.answer = answer
    tier.isAsking = false
    tier.problem = nil
  }

  mutating func failTier(_ trouble: Trouble) {
    guard tier.isAsking else { return }
    tier.isAsking = false
    if trouble.isAway {
      tier.problem = phrases.say(.whatIfOffline)
    } else {
      tier.problem = words(for: trouble)
    }
  }
}
