import Cells
import Content
import Loyalty

/// A screen as rows, of which only those are made that somebody looks at.
struct ScreenPage {
  let blocks: [Block]
  private let painter: BlockPainter

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
  func picture(_ index: Int) -> BlockPicture {
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
