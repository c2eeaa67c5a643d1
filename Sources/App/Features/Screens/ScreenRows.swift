import Cells
import Content
import Loyalty

/// A screen as rows, of which only those are made that somebody looks at.
struct ScreenRows {
  let blocks: [Block]
  private let painter: BlockPainter
  private let made = Made()

  /// What has been asked for once.
  private final class Made {
    var pictures: [Int: BlockRows] = [:]
  }

  init(_ screen: Screen, width: Int, _ state: State) {
    painter = BlockPainter(state, width: width)
    let painter = painter
    blocks = screen.blocks.filter { block in
      switch block.appearance(to: painter.audience) {
      case .hidden: false
      // What has no words is nothing to a customer.
      case .fallback: painter.isForEditors || !painter.text(block.fallback).isEmpty
      case .shown: true
      }
    }
  }

  /// The block with the row below it that keeps it apart from the next one.
  func picture(_ index: Int) -> BlockRows {
    if let picture = made.pictures[index] { return picture }
    let picture = newPicture(index)
    made.pictures[index] = picture
    return picture
  }

  private func newPicture(_ index: Int) -> BlockRows {
    var picture = painter.picture(of: blocks[index])
    guard !picture.rows.isEmpty, index + 1 < blocks.count else { return picture }
    let isRow = blocks[index].kind == .faq && blocks[index + 1].kind == .faq
    if !isRow { picture.rows.append(.init()) }
    return picture
  }

  func index(of scroll: ScreenScroll) -> Int {
    scroll.block.flatMap { id in blocks.firstIndex { $0.id == id } } ?? 0
  }

  private func scroll(_ index: Int, _ row: Int) -> ScreenScroll {
    guard blocks.indices.contains(index), (index, row) != (0, 0) else { return ScreenScroll() }
    return ScreenScroll(block: blocks[index].id, row: row)
  }

  /// A step from a place, never beyond the last rows.
  func scroll(_ old: ScreenScroll, _ move: Move, height: Int) -> ScreenScroll {
    guard !blocks.isEmpty else { return ScreenScroll() }
    let end = end(height: height)
    let target: (index: Int, row: Int)
    switch move {
    case .first: return ScreenScroll()
    case .last: return scroll(end.index, end.row)
    case .rows(let rows): target = step(old, by: rows)
    case .pages(let pages): target = step(old, by: pages * max(1, height - 1))
    }
    return target < end ? scroll(target.index, target.row) : scroll(end.index, end.row)
  }

  private func step(_ old: ScreenScroll, by rows: Int) -> (index: Int, row: Int) {
    var index = index(of: old)
    var row = old.row + rows
    while row < 0, index > 0 {
      index -= 1
      row += picture(index).rows.count
    }
    while index < blocks.count {
      let count = picture(index).rows.count
      if row < count { break }
      row -= count
      index += 1
    }
    return (index, max(0, row))
  }

  /// What stands on the screen from a place on.
  func shown(from scroll: ScreenScroll, in rect: Rect) -> (pictures: [Shown], isMoreBelow: Bool) {
    var shown: [Shown] = []
    var rest = rect
    let first = index(of: scroll)
    var isMoreBelow = false
    for index in blocks.indices.dropFirst(first) {
      guard !rest.isEmpty else { return (shown, true) }
      let picture = picture(index)
      let skipped = index == first ? min(scroll.row, picture.rows.count) : 0
      shown.append(
        Shown(block: blocks[index].id, picture: picture, skipped: skipped, place: rest))
      isMoreBelow = picture.rows.count - skipped > rest.height
      rest = rest.inset(top: picture.rows.count - skipped)
    }
    return (shown, isMoreBelow)
  }

  /// A block's picture and the place that is left for it.
  struct Shown {
    let block: Block.ID
    let picture: BlockRows
    /// Rows of it above the place.
    let skipped: Int
    let place: Rect
  }

  /// Whether an element of a block stands on the screen.
  func shows(_ id: Element.ID, from scroll: ScreenScroll, in rect: Rect) -> Bool {
    shown(from: scroll, in: rect).pictures.contains { shown in
      shown.picture.elements.contains {
        $0.id == id && !$0.bounds(skipping: shown.skipped, in: shown.place).isEmpty
      }
    }
  }

  /// The place from which the last rows fill the height.
  private func end(height: Int) -> (index: Int, row: Int) {
    var missing = max(1, height)
    for index in blocks.indices.reversed() {
      let count = picture(index).rows.count
      if count >= missing { return (index, count - missing) }
      missing -= count
    }
    return (0, 0)
  }
}
