import App
import Contract
import LocalStore
import Loyalty
import Sync

extension Services {
  func rewards() throws -> RewardsContents {
    let stored = try store.documentWithOutbox(.wishes)
    var wishes = try stored.body.map { try Wire.decode(Wishes.self, from: $0) } ?? Wishes()
    for item in stored.outbox { wishes.apply(item) }
    return RewardsContents(
      rewards: try document(Page<Reward>.self, .rewards)?.data,
      coupons: try document(Page<Coupon>.self, .coupons)?.data ?? [],
      wishes: wishes.cleaned)
  }
}

extension Reward: Foreign {
  /// With texts that may be drawn.
  var cleaned: Reward {
    Reward(
      id: id, kind: kind, title: title.cleaned(limit: 120),
      description: description.cleaned(limit: 600), cost: cost, stockLeft: stockLeft,
      limitPerMember: limitPerMember,
      blockers: blockers.prefix(8).map {
        Blocker(code: $0.code, message: $0.message.map { Loyalty.cleaned($0, limit: 200) })
      }, picture: picture?.cleaned)
  }
}

/// NB: ids are compared, and never drawn.
extension Wishes: Foreign {
  var cleaned: Wishes {
    Wishes(goal: goal, favourites: Array(favourites.prefix(Wishes.mostFavourites)))
  }
}

extension Coupon: Foreign {
  /// With texts that may be drawn; the code stays as the till has to read it.
  var cleaned: Coupon {
    Coupon(
      id: id, rewardID: rewardID, title: title.cleaned(limit: 120),
      description: description.cleaned(limit: 600), state: state,
      value: value.map {
        Money(amount: $0.amount, currency: Loyalty.cleaned($0.currency, limit: 3))
      }, symbology: symbology, code: code, issuedAt: issuedAt, expiresAt: expiresAt,
      usedAt: usedAt)
  }
}

extension Picture {
  /// With words that may be drawn; the digest is one, or there is no picture.
  var cleaned: Picture {
    Picture(sha256: sha256, alt: alt?.cleaned(limit: Limit.alt), fit: fit, focus: focus)
  }
}

extension LocalizedText {
  func cleaned(limit: Int, keepingNewlines: Bool = false) -> LocalizedText {
    LocalizedText(
      values.mapValues {
        Loyalty.cleaned($0, limit: limit, keepingNewlines: keepingNewlines)
      })
  }
}
