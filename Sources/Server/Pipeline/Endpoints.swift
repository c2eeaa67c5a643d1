import Contract
import Loyalty

extension LoyaltyServer {
  /// What a route does, in the unit of its request: a line for each, in the order of `Route`.
  func perform(_ route: Route, _ context: RequestContext) throws -> Response {
    switch route {
    case .health: ProgramController(server: self).health()
    case .bootstrap: try ProgramController(server: self).bootstrap(context)
    case .requestCode: try AuthController(server: self).requestCode(context)
    case .verifyCode: try AuthController(server: self).verifyCode(context)
    case .refreshSession: try AuthController(server: self).refreshSession(context)
    case .endSession: try AuthController(server: self).endSession(context)
    case .member: try MemberController(server: self).member(context)
    case .cards: try MemberController(server: self).cards(context)
    case .balance: try MemberController(server: self).balance(context)
    case .ledger(let query): try MemberController(server: self).ledger(query, context)
    case .rewards: try RewardController(server: self).list(context)
    case .redemption(let id): try RewardController(server: self).redeem(id, context)
    case .coupons: try RewardController(server: self).coupons(context)
    case .wishes: try WishController(server: self).wishes(context)
    case .setWishes: try WishController(server: self).setWishes(context)
    case .explanation: try MemberController(server: self).explanation(context)
    case .tier(let points): try MemberController(server: self).tier(supposing: points, context)
    case .notifications: try InboxController(server: self).notifications(context)
    case .readNotifications: try InboxController(server: self).markRead(context)
    case .preferences: try InboxController(server: self).preferences(context)
    case .setPreferences: try InboxController(server: self).setPreferences(context)
    case .shops: try ShopController(server: self).list(context)
    case .referral: try ReferralController(server: self).referral(context)
    case .claimReferral: try ReferralController(server: self).claim(context)
    case .purchases: try TillController(server: self).sell(context)
    case .returns: try TillController(server: self).takeBack(context)
    case .cardCode(let card): try MemberController(server: self).code(of: card, context)
    case .changes(let token): try ChangesController(server: self).changes(since: token, context)
    // Was answered before: it is no response alone.
    case .events: throw Problem(.internalError, in: context.language)
    case .promotions: try PromotionController(server: self).list(context)
    case .enrollment(let id): try PromotionController(server: self).join(id, context)
    case .leaving(let id): try PromotionController(server: self).leave(id, context)
    case .stamps: try PromotionController(server: self).stamps(context)
    case .promoCode: try PromotionController(server: self).enterCode(context)
    case .changeProfile: try ProfileController(server: self).change(context)
    case .deleteMember: try ProfileController(server: self).deleteMember(context)
    case .consents: try ConsentController(server: self).consents(context)
    case .setConsents: try ConsentController(server: self).setConsents(context)
    case .sessions: try SessionController(server: self).list(context)
    case .endOtherSessions: try SessionController(server: self).endOthers(context)
    case .endNamedSession(let id): try SessionController(server: self).end(id, context)
    case .export: try ProfileController(server: self).export(context)
    case .screens: try content(context).list(context)
    case .screen(let slug): try content(context).screen(slug, context)
    case .drafts: try content(context).drafts(context)
    case .contentChoices: try content(context).choices(context)
    case .createScreen: try content(context).create(context)
    case .draft(let id): try content(context).draft(id, context)
    case .saveDraft(let id): try content(context).save(id, context)
    case .deleteScreen(let id): try content(context).delete(id, context)
    case .publish(let id): try content(context).publish(id, context)
    case .unpublish(let id): try content(context).unpublish(id, context)
    case .cancelPlan(let id): try content(context).cancelPlan(id, context)
    case .revisions(let id): try content(context).revisions(of: id, context)
    case .revision(let id): try content(context).revision(id, context)
    case .revert(let id): try content(context).revert(id, context)
    case .announceEditor(let id): try content(context).announceEditor(of: id, context)
    case .dismissEditor(let id): try content(context).dismissEditor(of: id, context)
    case .picture(let digest): try PictureController(server: self).picture(digest, context)
    case .putPicture: try PictureController(server: self).put(context)
    }
  }

  /// What was to be published by now is published before anything is done to screens.
  private func content(_ context: RequestContext) throws -> ContentController {
    if context.mayWrite { try store.publishDue(at: context.now) }
    return ContentController(server: self)
  }
}
