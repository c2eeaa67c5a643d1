public import Loyalty

/// What is asked of the server; when it fails, the event carries the request.
public enum ServerRequest: Equatable, Sendable {
  /// What has changed; it comes into the local store.
  case pull
  /// One more page of old history, into the local store.
  case olderHistory
  /// To take what waits in the outbox.
  case outbox
  case login(LoginRequest)
  /// To spend points on a reward, at the price that the member has seen.
  case redeem(Reward.ID, expectedCost: Points)
  /// What so many points more would change.
  case tier(supposing: Points)
  /// To hear whose recommendation brought the member.
  case claimReferral(String)
  case promotions(PromotionsRequest)
  case promoCode(String)
  /// A one-time code for a card.
  case cardCode(Card.ID)
  case sessions(SessionsRequest)
  case profile(ProfileRequest)
  case editor(EditorRequest)
  case drafts(DraftsRequest)

  /// For the log; what it carries belongs to a person and is left out.
  public var name: String {
    switch self {
    case .pull: "changes"
    case .olderHistory: "older history"
    case .outbox: "what waited"
    case .login: "login"
    case .redeem: "redemption"
    case .tier: "tier"
    case .claimReferral: "friend's code"
    case .promotions: "offers"
    case .promoCode: "promo code"
    case .cardCode: "card code"
    case .sessions: "sessions"
    case .profile: "profile"
    case .editor: "editor"
    case .drafts: "drafts"
    }
  }
}
