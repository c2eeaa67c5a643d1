public import Content
public import HTTPTypes
public import Loyalty

/// Everything that can be asked of the server; both sides use these values.
///
/// Bodies and answers (200 unless said) are described in `OpenAPI/Operations.swift`.
public enum Route: Hashable, Sendable {
  /// `Health`.
  case health
  /// `Bootstrap`.
  case bootstrap
  /// `CodeRequest` → 202 `CodeChallenge`.
  case requestCode
  /// `CodeVerification` → `SessionTokens`.
  case verifyCode
  /// `RefreshRequest` → `SessionTokens`.
  case refreshSession
  /// Ends the session of the access token; 204 without a body.
  case endSession
  /// `Member`.
  case member
  /// `Page<Card>`, always one page.
  case cards
  /// `Balance`.
  case balance
  /// `Page<LedgerEntry>`, newest first.
  case ledger(PageQuery)
  /// `Page<Reward>` as the member or the guest who asks sees them, always one page.
  case rewards
  /// `Redemption` → 201 `Coupon`.
  case redemption(Reward.ID)
  /// `Page<Coupon>`, newest first, always one page.
  case coupons
  /// `BalanceExplanation`.
  case explanation
  /// `TierStatus`, as it would be after earning so many points more now.
  case tier(whatIf: Points?)
  /// `Page<Notification>`, newest first, always one page of at most 200.
  case notifications
  /// `ReadMarks` → 204 without a body; marking twice is as good as once.
  case readNotifications
  /// `Preferences`.
  case preferences
  /// `PreferenceChanges` → `Preferences`.
  case setPreferences
  /// `Page<Shop>`, always one page.
  case stores
  /// `Referral`.
  case referral
  /// `ReferralClaim` → 204 without a body.
  case claimReferral
  /// `TillPurchase` → 201 `TillReceipt`; for administrators.
  case purchases
  /// `TillReturn` → 201 `TillReturnReceipt`; for administrators.
  case returns
  /// `CardCode`; never kept.
  case cardCode(Card.ID)
  /// `Changes` since a token; without a session what everybody may see.
  case changes(since: String?)
  /// A stream of `ServerEvent`s with `ChangeHint`s; without a session what everybody may see.
  case events
  /// `Page<Promotion>` as the member or the guest who asks sees them, always one page.
  case promotions
  /// Joins; 201 `Promotion`.
  case enrollment(Promotion.ID)
  /// Leaves; `Promotion`.
  case leaving(Promotion.ID)
  /// `Page<StampCard>`, always one page.
  case stamps
  /// `PromoCodeEntry` → 201 `PromoCodeGift`.
  case promoCode
  /// `ProfilePatch` → `Member`.
  case changeProfile
  /// Deletes the account; 204 without a body.
  case deleteMember
  /// `Consents`.
  case consents
  /// `ConsentChanges` → `Consents`.
  case setConsents
  /// `Page<LoginSession>`, always one page.
  case sessions
  /// Ends all sessions but the one that asks; 204 without a body.
  case endOtherSessions
  /// Ends one of the member's sessions; 204 without a body, also when it has ended before.
  case endNamedSession(LoginSession.ID)
  /// `MemberExport`.
  case export
  /// `Page<Screen>` as published, without blocks that are not for the member or the guest who
  /// asks, always one page.
  case screens
  /// `Screen` as published, by its slug.
  case screen(slug: String)
  /// `Page<Screen>` as edited, without their blocks, always one page.
  case drafts
  /// `ContentChoices`.
  case contentChoices
  /// `Screen` → 201 `Screen`.
  case createScreen
  /// `Screen` as edited.
  case draft(Screen.ID)
  /// `Screen` → `Screen`.
  case saveDraft(Screen.ID)
  /// 204 without a body; also takes the screen out of the app.
  case deleteScreen(Screen.ID)
  /// `Publication` → `Screen`.
  case publish(Screen.ID)
  /// Takes the screen out of the app, and back what was to be published later; `Screen`.
  case unpublish(Screen.ID)
  /// Takes back what was to be published later, and leaves in the app what is there; `Screen`.
  case cancelPlan(Screen.ID)
  /// `Page<ScreenRevision>` without contents, newest first, always one page.
  case revisions(Screen.ID)
  /// `ScreenRevision`.
  case revision(ScreenRevision.ID)
  /// `Revert` → `Screen`.
  case revert(Screen.ID)
  /// `Presence` → `ScreenEditors`.
  case announceEditor(Screen.ID)
  /// 204 without a body.
  case dismissEditor(Screen.ID)
}

/// Which page of a list.
public struct PageQuery: Hashable, Sendable {
  /// Rows, 1–100.
  public var limit: Int
  /// What the page before gave as `next_cursor`; `nil` asks for the first page.
  public var cursor: String?

  public init(limit: Int = 50, cursor: String? = nil) {
    self.limit = limit
    self.cursor = cursor
  }

  public static let limits = 1...100
}

extension Route {
  public var method: HTTPRequest.Method {
    switch self {
    case .requestCode, .verifyCode, .refreshSession, .redemption: .post
    case .endSession, .leaving: .delete
    case .deleteMember, .endOtherSessions, .endNamedSession: .delete
    case .enrollment, .promoCode, .purchases, .returns: .post
    case .readNotifications, .claimReferral: .post
    case .setPreferences, .changeProfile, .setConsents: .patch
    case .createScreen, .publish, .revert: .post
    case .saveDraft, .announceEditor: .put
    case .deleteScreen, .unpublish, .cancelPlan, .dismissEditor: .delete
    default: .get
    }
  }

  /// The path with parameters as OpenAPI writes them.
  public var template: String {
    switch self {
    case .health: "/v1/health"
    case .bootstrap: "/v1/bootstrap"
    case .requestCode: "/v1/auth/otp"
    case .verifyCode: "/v1/auth/otp/verify"
    case .refreshSession: "/v1/auth/refresh"
    case .endSession: "/v1/me/sessions/current"
    case .member, .changeProfile, .deleteMember: "/v1/me"
    case .cards: "/v1/me/cards"
    case .balance: "/v1/me/balance"
    case .ledger: "/v1/me/ledger"
    case .rewards: "/v1/rewards"
    case .redemption: "/v1/rewards/{id}/redemptions"
    case .coupons: "/v1/me/coupons"
    case .explanation: "/v1/me/balance/explanation"
    case .tier: "/v1/me/tier"
    case .notifications: "/v1/me/notifications"
    case .readNotifications: "/v1/me/notifications/read"
    case .preferences, .setPreferences: "/v1/me/preferences"
    case .stores: "/v1/stores"
    case .referral: "/v1/me/referral"
    case .claimReferral: "/v1/referrals"
    case .cardCode: "/v1/me/cards/{id}/code"
    case .purchases: "/v1/admin/purchases"
    case .returns: "/v1/admin/returns"
    case .changes: "/v1/changes"
    case .events: "/v1/events"
    case .promotions: "/v1/promotions"
    case .enrollment, .leaving: "/v1/promotions/{id}/enrollment"
    case .stamps: "/v1/me/stamps"
    case .promoCode: "/v1/promo-codes"
    case .consents, .setConsents: "/v1/me/consents"
    case .sessions, .endOtherSessions: "/v1/me/sessions"
    case .endNamedSession: "/v1/me/sessions/{id}"
    case .export: "/v1/me/export"
    case .screens: "/v1/screens"
    case .screen: "/v1/screens/{slug}"
    case .drafts, .createScreen: "/v1/admin/screens"
    case .contentChoices: "/v1/admin/content-choices"
    case .draft, .saveDraft, .deleteScreen: "/v1/admin/screens/{id}"
    case .publish, .unpublish: "/v1/admin/screens/{id}/publication"
    case .cancelPlan: "/v1/admin/screens/{id}/plan"
    case .revisions: "/v1/admin/screens/{id}/revisions"
    case .revision: "/v1/admin/revisions/{id}"
    case .revert: "/v1/admin/screens/{id}/revert"
    case .announceEditor, .dismissEditor: "/v1/admin/screens/{id}/presence"
    }
  }

  /// Media type of a good answer.
  public var answerType: String {
    self == .events ? ServerEvent.contentType : "application/json"
  }
}
