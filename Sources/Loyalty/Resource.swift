/// What a server has for a client, each of which changes as a whole.
///
/// The names are the local store's; those of what a pull brings are the contract's too
/// (`GET /v1/changes`).
public enum Resource: String, Hashable, Sendable, CaseIterable {
  case program
  case member
  case cards
  case balance
  case ledger
  case rewards
  case coupons
  case wishes
  case explanation
  case tier
  case notifications
  case preferences
  case shops = "stores"
  case referral
  case promotions
  case stamps
  case consents
  case screens

  // Asked for by themselves, when somebody looks at what shows them.

  /// Where the member is signed in.
  case sessions
  /// All screens as they are edited, without their blocks.
  case drafts
  /// What blocks can be for.
  case contentChoices = "content_choices"

  /// What a pull brings.
  public static let pulled = allCases.filter(\.isPulled)

  public var isPulled: Bool {
    switch self {
    case .sessions, .drafts, .contentChoices: false
    case .program, .member, .cards, .balance, .ledger, .rewards, .coupons, .wishes, .explanation,
      .tier, .notifications, .preferences, .shops, .referral, .promotions, .stamps, .consents,
      .screens:
      true
    }
  }
}
