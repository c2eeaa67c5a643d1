import Cells
import Loyalty

/// The place beside a list for what is selected in it, where there is room for both.
extension State {
  /// Columns and rows from which a list and its detail stand side by side.
  private static let leastWidth = 110
  private static let leastHeight = 20

  /// `nil` on a narrow screen, and where nothing is selected: there a detail covers the list.
  var pane: Rect? {
    guard isInside, size.width >= State.leastWidth, size.height >= State.leastHeight,
      selectedDetail != nil
    else { return nil }
    let body = Layout(size).body
    return body.inset(left: body.width - min(60, size.width * 2 / 5))
  }

  /// What is left of the body for the list.
  var listBody: Rect {
    let body = Layout(size).body
    return body.inset(right: pane?.width ?? 0)
  }

  /// Whether what `drawSheet` draws stands in the pane: the open detail, or a look at the selected.
  var isBesideList: Bool {
    pane != nil && sheets.count <= 1 && (sheets.first.map { $0.surface.kind == .detail } ?? true)
  }

  /// What would open for the selected row of the section, and how it is opened.
  var selectedDetail: (sheet: Sheet, action: Action)? {
    switch tab {
    case .history:
      let row = history.selection
      guard isSignedIn, history.entries.indices.contains(row) else { return nil }
      return (.entry(history.entries[row]), .history(.open(row: row)))
    case .rewards:
      let row = rewards.list.selection
      guard rewards.items.indices.contains(row) else { return nil }
      switch rewards.items[row] {
      case .coupon(let coupon): return (.rewards(.coupon(coupon.id)), .rewards(.open(row: row)))
      case .reward(let reward): return (.rewards(.reward(reward.id)), .rewards(.open(row: row)))
      }
    case .promotions:
      let row = promotions.list.selection
      guard promotions.items.indices.contains(row) else { return nil }
      return (.promotion(promotions.items[row].id), .promotions(.open(row: row)))
    case .home, .more, .screen: return nil
    }
  }
}
