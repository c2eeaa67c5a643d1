public import Loyalty

/// Something that covers the screen until it is closed.
public enum Sheet: Hashable, Sendable {
  case help
  case card
  case entry(LedgerEntry)
  case reward(Reward.ID)
  case coupon(Coupon.ID)
  case explanation
  case tier
  case inbox
  case notification(Notification.ID)
  case preferences
  case stores
  case shop(Shop.ID)
  case origins
  case referral
  case referralCode
  case referralClaim
  case promotion(Promotion.ID)
  case stamps
  case promoCode
  case wallet(WalletSheet)
  case accounts
  case addAccount
  /// What a guest has to log in for.
  case loginNeeded
  case loggingOut
  case profile
  case profileForm
  case consents
  case sessions
  case session(LoginSession.ID)
  case otherSessions
  case export
  case deletion
  case screen(slug: String)
  case editor(EditorSheet)
  case drafts
  /// Whether to lose what was typed into the form below.
  case leavingForm
  case newScreen
  case deletingScreen
  case travel
}

extension Sheet {
  /// What there is to know of it.
  var surface: Surface {
    switch self {
    case .help: .help
    case .card: .card
    case .entry(let entry): .entry(entry)
    case .reward(let id): .reward(id)
    case .coupon(let id): .coupon(id)
    case .explanation: .explanation
    case .tier: .tier
    case .inbox: .inbox
    case .notification(let id): .notification(id)
    case .preferences: .preferences
    case .stores: .stores
    case .shop(let id): .shop(id)
    case .origins: .origins
    case .referral: .referral
    case .referralCode: .referralCode
    case .referralClaim: .referralClaim
    case .promotion(let id): .promotion(id)
    case .stamps: .stamps
    case .promoCode: .promoCode
    case .wallet(let sheet): sheet.surface
    case .accounts: .accounts
    case .addAccount: .addAccount
    case .loginNeeded: .loginNeeded
    case .loggingOut: .loggingOut
    case .profile: .profile
    case .profileForm: .profileForm
    case .consents: .consents
    case .sessions: .sessions
    case .session(let id): .session(id)
    case .otherSessions: .otherSessions
    case .export: .export
    case .deletion: .deletion
    case .screen(let slug): .screen(slug)
    case .editor(let sheet): sheet.surface
    case .drafts: .drafts
    case .leavingForm: .leavingForm
    case .newScreen: .newScreen
    case .deletingScreen: .deletingScreen
    case .travel: .travel
    }
  }
}
