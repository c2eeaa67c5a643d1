import Cells
import Loyalty

extension FeatureDescription {
  static let referral = FeatureDescription(
    menu: { state in
      [
        MoreItem(
          title: state.phrases.say(.referral),
          note: state.referral.contents.referral?.code ?? "", action: .referral(.show),
          about: .referralAbout)
      ]
    }, confirm: { $1.referral.contents.confirmedAt? = $0 })
}

/// What referral covers the screen with.
public enum ReferralSheet: Equatable, Sendable {
  case overview
  case code
  case claim
}

extension ReferralSheet {
  var surface: Surface {
    switch self {
    case .overview: .referral
    case .code: .referralCode
    case .claim: .referralClaim
    }
  }
}

extension Surface {
  static let referral = Surface(
    part: .referral,
    commands: [
      Command(
        action: .referral(.showCode), title: .referralShowCode, keys: [.character("s")], hint: "s",
        isHinted: true, when: { $0.referral.contents.referral != nil }),
      Command(
        action: .referral(.giveCode), title: .referralEnter, keys: [.character("e")], hint: "e",
        isHinted: true),
    ],
    list: SurfaceList(
      move: { move, state in
        state.moveInReferral(move)
        return []
      },
      keepVisible: { state in
        let count = state.referral.contents.referral?.friends.count ?? 0
        state.referral.list.scrollToSelection(count: count, height: state.friendRows)
      }),
    loads: { _ in [.load(.referral)] }, copies: { $0.referral.contents.referral?.code },
    shares: \.referralFacts, draw: drawReferral)

  static let referralCode = Surface(
    part: .referral, copies: { $0.referral.contents.referral?.link }, shares: \.referralFacts,
    draw: drawReferralCode)
  static let referralClaim = Surface(part: .referral, draw: drawReferralClaim)
}

extension State {
  /// What is told to a friend: the code is there for who types it, the link for who does not.
  fileprivate var referralFacts: [String?] {
    referral.contents.referral.map { referral in
      [phrases.say(.referralInvitation, ["code": referral.code]), referral.link]
    } ?? []
  }
}
