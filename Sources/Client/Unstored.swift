import App
import Contract
import Loyalty
import Sync

/// What the server has done and the disk does not take is shown as if it stood in the store: the
/// points are spent, and the till waits for the code. It stays until the store can be read anew.
extension Services {
  func unstored(_ coupon: Answer<Coupon>) -> [Event] {
    coupon.isStored ? [] : [shown(coupon.body)]
  }

  func unstored(_ promotion: Answer<Promotion>) -> [Event] {
    promotion.isStored ? [] : [shown(promotion.body)]
  }

  func unstored(_ gift: Answer<PromoCodeGift>) -> [Event] {
    guard !gift.isStored else { return [] }
    return [gift.body.coupon.map(shown), gift.body.promotion.map(shown)].compactMap(\.self)
  }

  private func shown(_ coupon: Coupon) -> Event {
    // A store that cannot be read has nothing else to show.
    var contents = (try? rewards()) ?? RewardsContents()
    contents.coupons.removeAll { $0.id == coupon.id }
    contents.coupons.insert(coupon.cleaned, at: 0)
    return .rewards(.loaded(contents))
  }

  private func shown(_ promotion: Promotion) -> Event {
    // The same here.
    var contents = (try? promotions()) ?? PromotionsContents()
    let others = (contents.promotions ?? []).filter { $0.id != promotion.id }
    contents.promotions = others + [promotion.cleaned]
    return .promotions(.loaded(contents))
  }
}
