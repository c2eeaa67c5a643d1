import Loyalty

extension Surface {
  static let more = Surface(
    scopes: [.section, .anywhere],
    list: .rows(\.more, count: \.moreItems.count, height: \.historyRows),
    // The values of its lines are of what has not been looked at yet.
    arriving: { state in
      let found = FeatureDescription.all.flatMap { $0.findLoads(state) }
      let isAsked = state.referral.contents.referral == nil && state.offers(Action.referral(.show))
      return found + [.accounts(.load)] + (isAsked ? [.load(.referral)] : [])
    },
    look: { state in
      let items = state.moreItems
      guard items.indices.contains(state.more.selection) else { return nil }
      let item = items[state.more.selection]
      return PaneLook(
        action: .more(.open(row: state.more.selection)), way: item.way,
        draw: { drawMoreLook(item, $0, on: &$1) })
    }, draw: { drawMore($0, in: $0.listBody, on: &$1) })
}
