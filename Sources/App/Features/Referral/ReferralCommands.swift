import Cells

extension Command {
  static let referral: [Command] = [
    Command(
      action: .showReferralCode, title: .referralShowCode, place: .referral,
      keys: [.character("s")], hint: "s"),
    Command(
      action: .giveReferralCode, title: .referralGive, place: .referral, keys: [.character("e")],
      hint: "e"),
  ]
}
