import App
import LocalStore
import Loyalty

extension Services {
  func referral() throws -> ReferralContents {
    ReferralContents(
      referral: try document(Referral.self, .referral),
      confirmedAt: try store.confirmed(.referral))
  }
}

extension Referral: Foreign {
  var cleaned: Referral {
    let most: Int64 = 1_000_000_000_000
    let bounded = { (points: Points) in Points(max(-most, min(points.rawValue, most))) }
    return Referral(
      code: Loyalty.cleaned(code, limit: 24), link: Loyalty.cleaned(link, limit: 200),
      rules: rules.cleaned(limit: 600), bonus: bounded(bonus),
      friends: friends.prefix(500).map {
        Friend(
          name: Loyalty.cleaned($0.name, limit: 60), stage: $0.stage, since: $0.since,
          points: bounded($0.points))
      }, earned: bounded(earned))
  }
}
