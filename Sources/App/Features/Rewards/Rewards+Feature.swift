public import Loyalty

extension FeatureDescription {
  static let rewards = FeatureDescription(leave: { $0.rewards.leaveSheet() })
}

/// What rewards covers the screen with.
public enum RewardsSheet: Hashable, Sendable {
  case reward(Reward.ID)
  case coupon(Coupon.ID)
}

extension RewardsSheet {
  var surface: Surface {
    switch self {
    case .reward(let id): .reward(id)
    case .coupon(let id): .coupon(id)
    }
  }
}

extension Surface {
  static let rewards = Surface(
    part: .rewards, scopes: [.section, .anywhere],
    list: .rows(\.rewards.list, count: \.rewards.items.count, height: \.historyRows),
    copies: { $0.selectedCoupon.flatMap($0.code(of:)) },
    shares: { $0.selectedReward.map($0.facts(of:)) ?? [] },
    arriving: { _ in [.load(.rewards)] },
    detail: { state in
      let row = state.rewards.list.selection
      guard state.rewards.items.indices.contains(row) else { return nil }
      let sheet: RewardsSheet =
        switch state.rewards.items[row] {
        case .coupon(let coupon): .coupon(coupon.id)
        case .reward(let reward): .reward(reward.id)
        }
      return (.rewards(sheet), .rewards(.open(row: row)))
    },
    draw: { drawRewards($0, in: $0.listBody, on: &$1) })

  static func reward(_ id: Reward.ID) -> Surface {
    Surface(
      kind: .detail, part: .rewards, shares: { $0.rewards.reward(id).map($0.facts(of:)) ?? [] },
      draw: { drawReward(id, $0, on: &$1) })
  }

  /// It takes the whole screen, for the till.
  static func coupon(_ id: Coupon.ID) -> Surface {
    Surface(
      part: .rewards, commands: Command.paper, paper: { $0.couponPaper(id) },
      copies: { $0.rewards.coupon(id).flatMap($0.code(of:)) },
      draw: { drawCoupon(id, $0, on: &$1) })
  }
}
