public import Loyalty

/// Something that covers the screen until it is closed.
public enum Sheet: Equatable, Sendable {
  case help
  case card
  case entry(LedgerEntry)
  case rewards(RewardsSheet)
  case explanation
  case expiry
  case tier
  case inbox(InboxSheet)
  case shops(ShopsSheet)
  case referral(ReferralSheet)
  case promotion(Promotion.ID)
  case stamps
  case promoCode
  case wallet(WalletSheet)
  case accounts(AccountsSheet)
  /// What a guest has to log in for.
  case loginNeeded
  case loggingOut
  /// Whether to take all that is kept off this machine.
  case forgetting
  case profile(ProfileSheet)
  case consents
  case sessions(SessionsSheet)
  /// Where to write a file.
  case saving(SavedFile)
  case screen(slug: String)
  case editor(EditorSheet)
  case drafts(DraftsSheet)
  /// Whether to lose what was typed into the form below.
  case leavingForm
  case travel
  case palette
}

extension Sheet {
  /// What there is to know of it.
  var surface: Surface {
    switch self {
    case .help: .help
    case .card: .card
    case .entry(let entry): .entry(entry)
    case .rewards(let sheet): sheet.surface
    case .explanation: .explanation
    case .expiry: .expiry
    case .tier: .tier
    case .inbox(let sheet): sheet.surface
    case .shops(let sheet): sheet.surface
    case .referral(let sheet): sheet.surface
    case .promotion(let id): .promotion(id)
    case .stamps: .stamps
    case .promoCode: .promoCode
    case .wallet(let sheet): sheet.surface
    case .accounts(let sheet): sheet.surface
    case .loginNeeded: .loginNeeded
    case .loggingOut: .loggingOut
    case .forgetting: .forgetting
    case .profile(let sheet): sheet.surface
    case .consents: .consents
    case .sessions(let sheet): sheet.surface
    case .saving(let file): file.surface
    case .screen(let slug): .screen(slug)
    case .editor(let sheet): sheet.surface
    case .drafts(let sheet): sheet.surface
    case .leavingForm: .leavingForm
    case .travel: .travel
    case .palette: .palette
    }
  }
}
