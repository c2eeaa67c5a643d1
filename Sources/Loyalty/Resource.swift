/// What a server has for a client, each of which changes as a whole.
///
/// The names are the contract's (`GET /v1/changes`) and the local store's.
public enum Resource: String, Hashable, Sendable, CaseIterable {
  case program
  case member
  case cards
  case balance
  case ledger
  case rewards
  case coupons
  case explanation
  case tier
  case notifications
  case preferences
  case stores
  case referral
  case promotions
  case stamps
  case consents
  case screens
}
