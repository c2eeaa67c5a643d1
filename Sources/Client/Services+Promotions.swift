import App
import Contract
import LocalStore
import Loyalty
import Sync

extension Services {
  func promotions() throws -> PromotionsContents {
    PromotionsContents(
      promotions: try document(Page<Promotion>.self, .promotions)?.data,
      confirmedAt: try store.confirmed(.promotions))
  }

  func ask(
    _ request: PromotionsRequest, _ language: Language
  ) async throws(SyncFailure) -> [Event] {
    let promotion =
      switch request {
      case .join(let id): try await sync.join(id, language: language)
      case .leave(let id): try await sync.leave(id, language: language)
      }
    let (id, isEnrolled) = (promotion.body.id, promotion.body.isEnrolled)
    return unstored(promotion) + [.promotions(.changed(id, isEnrolled: isEnrolled))]
  }

  /// NB: cards that another version of the client stored and this one cannot read are as good as
  /// none: the home screen must not wait for them.
  func stamps() -> [StampCard]? { (try? document(Page<StampCard>.self, .stamps))?.data }
}

extension Promotion: Foreign {
  /// With texts that can be drawn and numbers that can be computed with.
  var cleaned: Promotion {
    Promotion(
      id: id, title: title.cleaned(limit: 120), description: description.cleaned(limit: 600),
      reward: reward.cleaned(limit: 200), bonus: bonus.map { Points(bounded($0.rawValue)) },
      terms: terms.cleaned(limit: 1000), from: from, to: to, enrollment: enrollment,
      isEnrolled: isEnrolled, placesLeft: placesLeft.map { max(0, min($0, 1_000_000_000)) },
      progress: progress.map { drawable($0) }, completedAt: completedAt,
      picture: picture?.cleaned)
  }

  private func drawable(_ progress: Progress) -> Progress {
    let target = max(1, bounded(progress.target))
    return Progress(
      current: max(0, min(progress.current, target)), target: target, unit: progress.unit,
      currency: progress.currency.map { Loyalty.cleaned($0, limit: 3) })
  }

  /// Far from the edges of its type.
  private func bounded(_ number: Int64) -> Int64 {
    max(-1_000_000_000_000_000, min(number, 1_000_000_000_000_000))
  }
}

extension StampCard: Foreign {
  /// With texts that can be drawn, and no more slots than a card can have.
  var cleaned: StampCard {
    let slots = max(1, min(self.slots, 100))
    return StampCard(
      id: id, title: title.cleaned(limit: 120), slots: slots,
      filled: max(0, min(filled, slots)), reward: reward.cleaned(limit: 200),
      expiresAt: expiresAt, completedCount: max(0, min(completedCount, 1_000_000)))
  }
}

extension PromoCodeOutcome {
  /// What the app has to know about a gift.
  init(_ gift: PromoCodeGift) {
    let title = gift.title.cleaned(limit: 120)
    if let coupon = gift.coupon {
      self = .coupon(coupon.id, coupon.cleaned.title)
    } else if let promotion = gift.promotion {
      self = .promotion(promotion.id, promotion.cleaned.title)
    } else if let points = gift.points {
      let most: Int64 = 1_000_000_000_000_000
      self = .points(Points(max(-most, min(points.rawValue, most))))
    } else {
      self = .other(title)
    }
  }
}
