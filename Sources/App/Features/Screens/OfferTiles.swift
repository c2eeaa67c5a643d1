import Cells
import Content
import Loyalty
import Themes

/// Live lists whose things have pictures: the first of them as tiles beside each other.
extension BlockPainter {
  private static let leastTile = 21
  private static let gap = 3

  /// How many of the rows stand as tiles; none where no picture is shown or the width has no room for two.
  func tiles(of rows: [LiveRow]) -> Int {
    let columns = (width + Self.gap) / (Self.leastTile + Self.gap)
    guard state.showsPictures, columns >= 2, rows.count >= columns,
      rows.prefix(columns).contains(where: { $0.picture != nil })
    else { return 0 }
    return columns
  }

  /// One line of tiles, each with its name and what is said of it below its picture.
  func addTiles(_ rows: ArraySlice<LiveRow>, of block: Block, to picture: inout BlockRows) {
    let all = width + Self.gap
    let columns = rows.indices.map { index in
      let place = index - rows.startIndex
      return place * all / rows.count..<(place + 1) * all / rows.count - Self.gap
    }
    let first = picture.rows.count
    let height = max(4, Picture.rows(of: columns[0].count))
    for line in 0..<height + 2 {
      picture.add(
        zip(rows, columns).map { row, columns in
          part(row, line - height, block, columns)
        })
    }
    for (row, columns) in zip(rows, columns) {
      if let shared = row.picture {
        picture.pictures.append(
          .init(picture: shared, rows: first..<first + height, columns: columns))
      }
      picture.elements.append(
        BlockRows.Thing(
          id: id(of: row, block), role: .listItem,
          text: "\(row.title), \(row.note)".withPlainSpaces, rows: first..<first + height + 2,
          columns: columns, action: row.action))
    }
  }

  /// - Parameter line: of the caption; what is above it is the place of the picture.
  private func part(
    _ row: LiveRow, _ line: Int, _ block: Block, _ columns: Range<Int>
  ) -> BlockRows.Part {
    let words = line < 0 ? "" : truncated(line == 0 ? row.title : row.note, to: columns.count - 2)
    let free = columns.count - 1 - displayWidth(of: words)
    let look: ThemeToken =
      line < 0
      ? .selectionResting
      : isFocused(id(of: row, block)) ? .selection : line == 0 ? .surface : .surfaceMuted
    return BlockRows.Part(
      text: " " + words + String(repeating: " ", count: free), look: look,
      attributes: line == 0 ? .bold : [], column: columns.lowerBound)
  }

  func id(of row: LiveRow, _ block: Block) -> Element.ID {
    Element.ID(rawValue: "\(element(block).rawValue).\(row.id)")
  }
}
