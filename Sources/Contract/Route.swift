public import Content
public import Loyalty

/// Everything that can be asked of the server; both sides use these values.
///
/// What holds for each is its row in `Resources`; bodies and answers (200 unless said) stand here.
public enum Route: Equatable, Sendable {
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
  /// `Wishes`.
  case wishes
  /// `WishChanges` → `Wishes`.
  case setWishes
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
  case shops
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
  /// The bytes of a picture, by their digest.
  case picture(sha256: String)
  /// The bytes of a picture → 201 `StoredPicture`, 200 where the server has it already.
  case putPicture(sha256: String)
}

/// Which page of a list.
public struct PageQuery: Equatable, Sendable {
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
  /// What its request names: the row that holds for it, and what stands in the path and the query.
  var asks: (endpoint: Endpoint, name: String, query: Query) {
    switch self {
    case .health: plain(.health)
    case .bootstrap: plain(.bootstrap)
    case .requestCode: plain(.requestCode)
    case .verifyCode: plain(.verifyCode)
    case .refreshSession: plain(.refreshSession)
    case .endSession: plain(.endSession)
    case .member: plain(.member)
    case .cards: plain(.cards)
    case .balance: plain(.balance)
    case .ledger(let page): (.ledger, "", page.query)
    case .rewards: plain(.rewards)
    case .redemption(let id): named(.redemption, id.rawValue)
    case .coupons: plain(.coupons)
    case .wishes: plain(.wishes)
    case .setWishes: plain(.setWishes)
    case .explanation: plain(.explanation)
    case .tier(let points): (.tier, "", Query("what_if_points", points.map { String($0.rawValue) }))
    case .notifications: plain(.notifications)
    case .readNotifications: plain(.readNotifications)
    case .preferences: plain(.preferences)
    case .setPreferences: plain(.setPreferences)
    case .shops: plain(.shops)
    case .referral: plain(.referral)
    case .claimReferral: plain(.claimReferral)
    case .purchases: plain(.purchases)
    case .returns: plain(.returns)
    case .cardCode(let id): named(.cardCode, id.rawValue)
    case .changes(let token): (.changes, "", Query("since", token))
    case .events: plain(.events)
    case .promotions: plain(.promotions)
    case .enrollment(let id): named(.enrollment, id.rawValue)
    case .leaving(let id): named(.leaving, id.rawValue)
    case .stamps: plain(.stamps)
    case .promoCode: plain(.promoCode)
    case .changeProfile: plain(.changeProfile)
    case .deleteMember: plain(.deleteMember)
    case .consents: plain(.consents)
    case .setConsents: plain(.setConsents)
    case .sessions: plain(.sessions)
    case .endOtherSessions: plain(.endOtherSessions)
    case .endNamedSession(let id): named(.endNamedSession, id.rawValue)
    case .export: plain(.export)
    case .screens: plain(.screens)
    case .screen(let slug): named(.screen, slug)
    case .drafts: plain(.drafts)
    case .contentChoices: plain(.contentChoices)
    case .createScreen: plain(.createScreen)
    case .draft(let id): named(.draft, id.rawValue)
    case .saveDraft(let id): named(.saveDraft, id.rawValue)
    case .deleteScreen(let id): named(.deleteScreen, id.rawValue)
    case .publish(let id): named(.publish, id.rawValue)
    case .unpublish(let id): named(.unpublish, id.rawValue)
    case .cancelPlan(let id): named(.cancelPlan, id.rawValue)
    case .revisions(let id): named(.revisions, id.rawValue)
    case .revision(let id): named(.revision, id.rawValue)
    case .revert(let id): named(.revert, id.rawValue)
    case .announceEditor(let id): named(.announceEditor, id.rawValue)
    case .dismissEditor(let id): named(.dismissEditor, id.rawValue)
    case .picture(let digest): named(.picture, digest)
    case .putPicture(let digest): named(.putPicture, digest)
    }
  }

  private func plain(_ endpoint: Endpoint) -> (endpoint: Endpoint, name: String, query: Query) {
    (endpoint, "", Query())
  }

  private func named(
    _ endpoint: Endpoint, _ name: String
  ) -> (endpoint: Endpoint, name: String, query: Query) {
    (endpoint, name, Query())
  }
}
