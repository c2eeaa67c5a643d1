import Loyalty

extension Surface {
  static let rewards = Surface(
    part: .rewards, scopes: [.section, .anywhere],
    list: .rows(\.rewards.list, count: \.rewards.items.count, height: \.historyRows)
  ) { drawRewards($0, in: $0.listBody, on: &$1) }

  static func reward(_ id: Reward.ID) -> Surface {
    Surface(kind: .detail, part: .rewards) { drawReward(id, $0, on: &$1) }
  }

  /// It takes the whole screen, for the till.
  static func coupon(_ id: Coupon.ID) -> Surface {
    Surface(part: .rewards, commands: Command.paper) { drawCoupon(id, $0, on: &$1) }
  }
}
