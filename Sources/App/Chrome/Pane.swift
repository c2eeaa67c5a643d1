import Cells
import Loyalty

/// The place beside a list for what is selected in it, where there is room for both.
extension State {
  /// Columns and rows from which a list and its detail stand side by side.
  static let leastWidth = 110
  private static let leastHeight = 20

  /// Beside the list on top, or the one below what is open of it; `nil` on a narrow screen, and where
  /// nothing is selected: there a detail covers the list.
  var pane: Rect? { pane(of: listOfPane) }

  /// Beside the section's own list, whatever covers it.
  var sectionPane: Rect? { pane(of: base) }

  /// Beside a list.
  func pane(of list: Surface) -> Rect? {
    guard isInside, size.width >= State.leastWidth, size.height >= State.leastHeight,
      list.detail(self) != nil || list.look(self) != nil
    else { return nil }
    let page = Layout(size).page.inset(right: asideWidth(list))
    let width = list.paneWidth?(size) ?? max(38, min(66, size.width * 35 / 100))
    return page.inset(left: page.width - width)
  }

  /// Columns from which there is a third one, for what belongs to the list as a whole.
  private static let leastForAside = 160

  private func asideWidth(_ list: Surface) -> Int {
    guard list.aside != nil, size.width >= State.leastForAside else { return 0 }
    return max(34, min(46, size.width * 22 / 100))
  }

  /// The third column, beside the pane.
  var aside: (place: Rect, draw: (State, Rect, inout Canvas) -> Void)? {
    let list = listOfPane
    guard let pane = pane(of: list), let draw = list.aside, asideWidth(list) > 0 else { return nil }
    let page = Layout(size).page
    return (page.inset(left: pane.maxX - page.x), draw)
  }

  /// Columns that stand beside a list.
  func columnsBeside(_ list: Surface) -> Int { pane(of: list).map { size.width - $0.x } ?? 0 }

  /// What is left of the body for the section's list.
  var listBody: Rect { Layout(size).body.inset(right: columnsBeside(base)) }

  /// Whether what `drawSheet` draws stands in the pane: the open detail, or a look at the selected.
  var isBesideList: Bool {
    guard let pane, !pane.isEmpty else { return false }
    guard let top = sheets.last, top.surface.kind == .detail else { return true }
    // Of a section's list other rows lead on to each other; from a sheet's one goes to other places.
    return sheets.count == 1 || top == selectedDetail?.sheet
  }

  /// Whether the detail on top has the keys.
  var isInPane: Bool { isBesideList && sheets.last?.surface.kind == .detail }

  /// What Enter does with the selected row, in the pane that shows it.
  var wayIntoPane: Phrase { listOfPane.look(self)?.way ?? .open }

  /// What is said of the selected row beside a list whose rows lead elsewhere.
  var look: PaneLook? { listOfPane.look(self) }

  /// What would open for the selected row, and how it is opened.
  var selectedDetail: (sheet: Sheet, action: Action)? { listOfPane.detail(self) }

  /// The list that the pane belongs to.
  private var listOfPane: Surface {
    guard let top = sheets.last?.surface else { return base }
    guard top.kind == .detail else { return top }
    return sheets.dropLast().last?.surface ?? base
  }
}

/// What is said of a row beside its list, where Enter does not open it there but leads elsewhere.
struct PaneLook {
  let action: Action
  /// What Enter does, in a word.
  let way: Phrase
  let draw: (State, inout Canvas) -> Void
}
