import Loyalty

extension FeatureDescription {
  static let stamps = FeatureDescription(menu: { state in
    [MoreItem(title: state.phrases.say(.stamps), note: state.stampsNote, action: .stamps(.show))]
  })
}

extension Surface {
  static let stamps = Surface(
    part: .stamps,
    list: .rows(\.stamps, count: { $0.home.contents.stamps?.count ?? 0 }, height: { _ in 1 }),
    draw: drawStamps)
}
