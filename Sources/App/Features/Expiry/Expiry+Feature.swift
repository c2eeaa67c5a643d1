import Cells
import Loyalty

extension FeatureDescription {
  static let expiry = FeatureDescription(menu: { state in
    let week = state.expiryCalendar.points(within: 7)
    let note = week > .zero ? state.phrases.points(week, of: state.program) : ""
    return [
      MoreItem(title: state.phrases.say(.expiry), note: note, action: .expiry(.show))
    ]
  })
}

extension Surface {
  static let expiry = Surface(
    commands: [
      Command(
        action: .saving(.show(.expiry)), title: .expiryExport, keys: [.character("x")],
        hint: "x", isHinted: true, when: { !$0.expiryCalendar.rows.isEmpty })
    ],
    list: .rows(
      \.expiry, count: { $0.expiryCalendar.rows.count }, height: { $0.expiryHeight }),
    loads: { _ in [.load(.explanation), .load(.rewards), .load(.promotions)] },
    draw: drawExpiry)
}
