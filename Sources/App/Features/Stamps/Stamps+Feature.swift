import Loyalty

extension FeatureDescription {
  static let stamps = FeatureDescription(
    menu: { state in
      [
        MoreItem(
          title: state.phrases.say(.stamps), note: state.stampsNote, action: .stamps(.show),
          about: .stampsAbout)
      ]
    }, confirm: { $1.home.contents.stampsConfirmedAt? = $0 })
}

extension Surface {
  static let stamps = Surface(
    part: .stamps,
    // No card is marked, as nothing can be done with one: the keys move which is drawn first.
    list: .rows(\.stamps, count: { $0.home.contents.stamps?.count ?? 0 }, height: { _ in 1 }),
    draw: drawStamps)
}
