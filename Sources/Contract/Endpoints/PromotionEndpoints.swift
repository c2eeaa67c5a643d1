import HTTPTypes
import Loyalty

/// Offers, stamps and codes.
extension Endpoint {
  static let promotions = Endpoint(
    .get, "/v1/promotions", .guestOrMember, needs: [], feature: .promotions,
    answer: .tagged("PromotionPage"),
    id: "listPromotions",
    summary: "The offers that are for the member, all on one page."
  ) { _ in .promotions }

  static let enrollment = Endpoint(
    .post, "/v1/promotions/{id}/enrollment", .member, needs: .key, feature: .promotions,
    path: "PromotionID",
    answer: .created("Promotion"), problems: [.notFound, .notEligible, .limitReached],
    id: "joinPromotion",
    summary: "Take part in an offer."
  ) { .enrollment(Promotion.ID($0.name)) }

  static let leaving = Endpoint(
    .delete, "/v1/promotions/{id}/enrollment", .member, needs: [], feature: .promotions,
    path: "PromotionID",
    answer: .fresh("Promotion"), problems: [.notFound, .notEligible],
    id: "leavePromotion",
    summary: "Take part no longer; what was reached stays for whoever comes back."
  ) { .leaving(Promotion.ID($0.name)) }

  static let stamps = Endpoint(
    .get, "/v1/me/stamps", .member, needs: [], feature: .stamps,
    answer: .tagged("StampCardPage"),
    id: "listStamps",
    summary: "The member's stamp cards, all on one page."
  ) { _ in .stamps }

  static let promoCode = Endpoint(
    .post, "/v1/promo-codes", .member, needs: .key, feature: .promoCodes,
    body: .json("PromoCodeEntry"), answer: .created("PromoCodeGift"),
    problems: [.notFound, .notEligible, .limitReached, .rateLimited],
    id: "enterPromoCode",
    summary: "Enter a promo code; the answer is what it gave."
  ) { _ in .promoCode }

  static let referral = Endpoint(
    .get, "/v1/me/referral", .member, needs: [], feature: .referral,
    answer: .tagged("Referral"),
    id: "getReferral",
    summary: "The member's own code and the friends who came by it."
  ) { _ in .referral }

  static let claimReferral = Endpoint(
    .post, "/v1/referrals", .member, needs: .key, feature: .referral,
    body: .json("ReferralClaim"), answer: .nothing,
    problems: [.notFound, .limitReached, .notEligible],
    id: "claimReferral",
    summary: "Say whose recommendation brought the member."
  ) { _ in .claimReferral }

  static let ofPromotions: [Endpoint] = [
    .promotions, .enrollment, .leaving, .stamps, .promoCode, .referral, .claimReferral,
  ]
}
