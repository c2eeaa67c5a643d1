import Cells
public import Loyalty

extension FeatureDescription {
  static let rewards = FeatureDescription(
    leave: { $0.rewards.leaveSheet() }, shows: { _ in [.rewards] },
    finds: { state in
      state.offers(.rewards) ? state.rewards.items.map { $0.found(state) } : []
    })
}

/// What rewards covers the screen with.
public enum RewardsSheet: Equatable, Sendable {
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

extension Command {
  /// What is wanted of the reward that is open, or selected in the list.
  fileprivate static let wishes = [
    Command(
      action: .rewards(.toggleGoal), title: .goalSet, keys: [.character("c")], hint: "c",
      label: { state in
        state.meantReward.map { state.isGoal($0.id) } == true ? .goalLeave : nil
      }, when: { $0.meantReward != nil }),
    Command(
      action: .rewards(.toggleFavourite), title: .favouriteSet, keys: [.character("v")],
      hint: "v",
      label: { state in
        state.meantReward.map { state.isFavourite($0.id) } == true ? .favouriteLeave : nil
      }, when: { $0.meantReward != nil }),
  ]
}

extension Surface {
  static let rewards = Surface(
    part: .rewards,
    commands: [
      Command(
        action: .rewards(.openDearest), title: .dearest, keys: [.character("d")], hint: "d",
        when: { $0.rewards.dearest != nil }),
      Command(
        action: .rewards(.nextSort), title: .rewardSort, keys: [.character("s")], hint: "s",
        label: { $0.rewards.sort.title },
        when: { $0.mayHave($0.rewards.contents.rewards?.count, least: 2) }),
      Command(
        action: .rewards(.nextFilter), title: .filter, keys: [.character("f")], hint: "f",
        label: { $0.rewards.filter.title }, when: \.mayFilterRewards),
    ] + Command.wishes + [
      // At the end of a line the arrows lead to the section beside this one, as elsewhere.
      Command(
        action: .rewards(.beside(1)), title: .move, keys: [Key(.right), .character("l")],
        hint: "→", when: { RewardGrid($0)?.isBeside(1, $0.rewards.list) == true }),
      Command(
        action: .rewards(.beside(-1)), title: .move, keys: [Key(.left), .character("h")],
        hint: "←", when: { RewardGrid($0)?.isBeside(-1, $0.rewards.list) == true }),
    ], scopes: [.section, .anywhere],
    list: SurfaceList(
      move: { move, state in
        state.moveInRewards(move)
        return []
      }, keepVisible: { $0.keepRewardsVisible() }),
    copies: { $0.selectedCoupon.flatMap($0.code(of:)) },
    shares: { $0.selectedReward.map($0.facts(of:)) ?? [] },
    back: { state in
      guard state.rewards.filter != .all else { return nil }
      state.lookAtRewards(state.rewards.sort, .all)
      return []
    },
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
    aside: { drawCodeAside($0, in: $1, on: &$2) },
    draw: { drawRewards($0, in: $0.listBody, on: &$1) })

  static func reward(_ id: Reward.ID) -> Surface {
    Surface(
      kind: .detail, part: .rewards,
      commands: Command.wishes + [
        Command(
          action: .rewards(.confirm), title: .redeemYes, keys: [.character("y")], hint: "y",
          when: { state in
            if case .confirming = state.rewards.step { true } else { false }
          })
      ], list: .sheetText, shares: { $0.rewards.reward(id).map($0.facts(of:)) ?? [] },
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

extension State {
  fileprivate var mayFilterRewards: Bool {
    let contents = rewards.contents
    return rewards.filter != .all || !contents.coupons.isEmpty
      || mayHave(contents.rewards?.count)
  }
}

extension RewardsState.Item {
  /// As the palette has it.
  fileprivate func found(_ state: State) -> PaletteItem {
    let language = state.settings.language
    switch self {
    case .coupon(let coupon):
      let kind = state.phrases.say(.coupon)
      return PaletteItem(
        id: "coupon.\(coupon.id.rawValue)", title: coupon.title.value(in: language) ?? kind,
        note: "\(kind) \(state.words(for: coupon))", aliases: [kind],
        run: { perform(.rewards(.openCoupon(coupon.id)), &$0) })
    case .reward(let reward):
      return PaletteItem(
        id: "reward.\(reward.id.rawValue)", title: reward.title.value(in: language) ?? "",
        note: state.phrases.points(reward.cost, of: state.program),
        run: { state in
          let effects = perform(.showTab(.rewards), &state)
          guard let row = state.rewards.items.firstIndex(where: { $0.key == self.key }) else {
            return effects
          }
          return effects + perform(.rewards(.open(row: row)), &state)
        })
    }
  }
}
