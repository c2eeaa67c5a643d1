import CTerminal

/// How characters look in the encoder's numbers.
struct Rendition: Hashable, Comparable {
  let foreground: Int32
  let background: Int32
  let attributes: UInt8

  /// Any order that is the same each time.
  static func < (left: Rendition, right: Rendition) -> Bool {
    (left.foreground, left.background, left.attributes)
      < (right.foreground, right.background, right.attributes)
  }
}

/// A row of the terminal before a frame and in it, in the encoder's cells.
struct RowChange {
  let y: Int
  let before: [ct_cell]
  let after: [ct_cell]

  /// Adds how many stretches of changed cells there are in each rendition.
  func countStretches(in counts: inout [Rendition: Int]) {
    var last: Rendition?
    for x in after.indices {
      let rendition = after[x].isSame(as: before[x]) ? nil : after[x].rendition
      if let rendition, rendition != last { counts[rendition, default: 0] += 1 }
      last = rendition
    }
  }

  /// The row with only those changes that are in one of the renditions.
  func changed(in renditions: Set<Rendition>) -> [ct_cell] {
    var row = before
    for x in row.indices where renditions.contains(after[x].rendition) { row[x] = after[x] }
    // A wide character of which one half is left is none, and would move the rest of the row.
    for x in row.indices {
      let isCut = row[x].width == 2 && (x + 1 == row.count || row[x + 1].width != 0)
      let isLeft = row[x].width == 0 && (x == 0 || row[x - 1].width != 2)
      if isCut || isLeft { row[x] = .blank }
    }
    return row
  }
}

extension ct_cell {
  var rendition: Rendition {
    Rendition(foreground: foreground, background: background, attributes: attributes)
  }

  func isSame(as other: ct_cell) -> Bool {
    text == other.text && width == other.width && rendition == other.rendition
  }
}
