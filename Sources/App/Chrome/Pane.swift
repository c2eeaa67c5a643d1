import Cells
import Loyalty

/// The place beside a list for what is selected in it, where there is room for both.
extension State {
  /// Columns and rows from which a list and its detail stand side by side.
  private static let leastWidth = 110
  private static let leastHeight = 20

  /// Beside the list on top, or the one below what is open of it; `nil` on a narrow screen, and where
  /// nothing is selected: there a detail covers the list.
  var pane: Rect? { pane(of: listOfPane) }

  /// Beside the section's own list, whatever covers it.
  var sectionPane: Rect? { pane(of: base) }

  /// Beside a list.
  func pane(of list: Surface) -> Rect? {
    guard isInside, size.width >= State.leastWidth, size.height >= State.leastHeight,
      list.detail(self) != nil
    else { return nil }
    let page = Layout(size).page
    return page.inset(left: page.width - max(38, min(66, size.width * 35 / 100)))
  }

  /// What is left of the body for the section's list.
  var listBody: Rect { Layout(size).body.inset(right: sectionPane?.width ?? 0) }

  /// Whether what `drawSheet` draws stands in the pane: the open detail, or a look at the selected.
  var isBesideList: Bool {
    guard let pane, !pane.isEmpty else { return false }
    guard let top = sheets.last, top.surface.kind == .detail else { return true }
    // Of a section's list other rows lead on to each other; from a sheet's one goes to other places.
    return sheets.count == 1 || top == selectedDetail?.sheet
  }

  /// Whether the detail on top has the keys.
  var isInPane: Bool { isBesideList && sheets.last?.surface.kind == .detail }

  /// What would open for the selected row, and how it is opened.
  var selectedDetail: (sheet: Sheet, action: Action)? { listOfPane.detail(self) }

  /// The list that the pane belongs to.
  private var listOfPane: Surface {
    guard let top = sheets.last?.surface else { return base }
    guard top.kind == .detail else { return top }
    return sheets.dropLast().last?.surface ?? base
  }
}
