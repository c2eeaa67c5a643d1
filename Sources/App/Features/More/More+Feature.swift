import Loyalty

extension Surface {
  static let more = Surface(
    scopes: [.section, .anywhere],
    list: .rows(\.more, count: \.moreItems.count, height: \.historyRows)
  ) { drawMore($0, in: Layout($0.size).body, on: &$1) }
}
