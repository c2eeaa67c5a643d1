import App
import Contract
import LocalStore
import Loyalty

extension Services {
  func rewards() throws -> RewardsContents {
    RewardsContents(
      rewards: try document(Page<Reward>.self, .rewards)?.data,
      coupons: try document(Page<Coupon>.self, .coupons)?.data ?? [])
  }
}

extension Reward: Foreign {
  /// With texts that may be drawn.
  var cleaned: Reward {
    var reward = self
    reward.title = title.cleaned(limit: 120)
    reward.description = description.cleaned(limit: 600)
    reward.blockers = blockers.prefix(8).map { blocker in
      Blocker(code: blocker.code, message: blocker.message.map { Loyalty.cleaned($0, limit: 200) })
    }
    return reward
  }
}

extension Coupon: Foreign {
  /// With texts that may be drawn; the code stays as the till has to read it.
  var cleaned: Coupon {
    var coupon = self
    coupon.title = title.cleaned(limit: 120)
    coupon.description = description.cleaned(limit: 600)
    coupon.value?.currency = Loyalty.cleaned(value?.currency ?? "", limit: 3)
    return coupon
  }
}

extension LocalizedText {
  func cleaned(limit: Int) -> LocalizedText {
    LocalizedText(values.mapValues { Loyalty.cleaned($0, limit: limit) })
  }
}
