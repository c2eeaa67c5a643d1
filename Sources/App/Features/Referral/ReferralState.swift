public import Loyalty

/// What the local store holds about recommending.
public struct ReferralContents: Equatable, Sendable {
  /// `nil` when the server's answer has never arrived.
  public var referral: Referral?
  /// When the server last confirmed it.
  public var confirmedAt: Instant?

  public init(referral: Referral? = nil, confirmedAt: Instant? = nil) {
    self.referral = referral
    self.confirmedAt = confirmedAt
  }
}

/// The member's code, and the friends who came by it.
public struct ReferralState: Equatable, Sendable {
  public internal(set) var contents = ReferralContents()
  public internal(set) var list = ListState()
  /// The first row of the rules on the screen, where not all of them fit.
  var rulesTop = 0
  /// Of the link, encoded once when it arrives.
  var symbol = CardSymbol.none

  public init() {}

  mutating func replaceContents(with contents: ReferralContents) {
    let oldLink = self.contents.referral?.link
    self.contents = contents
    guard let link = contents.referral?.link else {
      symbol = .none
      return
    }
    if link != oldLink || symbol == .none { symbol = CardSymbol(.qr, link) }
  }
}
