import Loyalty

extension FeatureDescription {
  static let explanation = FeatureDescription(
    menu: { state in
      let balance = state.home.contents.balance.map {
        state.phrases.points($0.available, of: state.program)
      }
      let title = state.phrases.say(.explainBalance)
      return [
        MoreItem(
          title: title, note: balance ?? "", action: .explanation(.show), about: .explanationAbout)
      ]
    }, confirm: { $1.explanation.contents.confirmedAt? = $0 })
}

extension Surface {
  static let explanation = Surface(
    list: .rows(
      \.explanation.list, count: \.explanation.rows.count, height: \.explanationRows),
    loads: { _ in [.load(.explanation)] }, draw: drawExplanation)
}
