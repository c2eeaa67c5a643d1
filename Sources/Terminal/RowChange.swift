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

/// A row of the terminal between two frames, in the encoder's cells.
struct RowChange {
  let y: Int
  let after: [ct_cell]
  /// What is written of it so far.
  private var row: [ct_cell]
  /// In which pass each cell is written; 0 are those that wait for the end, or stay.
  private var passes: [Int] = []
  private let hasWide: Bool

  init(y: Int, before: [ct_cell], after: [ct_cell]) {
    self.y = y
    self.after = after
    row = before
    hasWide = before.contains { $0.width != 1 } || after.contains { $0.width != 1 }
  }

  /// Adds how many stretches of changed cells there are in each rendition.
  func countStretches(in counts: inout [Rendition: Int]) {
    var last: Rendition?
    for x in after.indices {
      let rendition = after[x].isSame(as: row[x]) ? nil : after[x].rendition
      if let rendition, rendition != last { counts[rendition, default: 0] += 1 }
      last = rendition
    }
  }

  /// Says in which pass, from 1 on, each rendition is written.
  mutating func plan(_ order: [Rendition: Int]) {
    passes = Array(repeating: 0, count: after.count)
    var last: (rendition: Rendition, pass: Int)?
    for x in after.indices where !after[x].isSame(as: row[x]) {
      let rendition = after[x].rendition
      if rendition != last?.rendition { last = (rendition, order[rendition] ?? 0) }
      passes[x] = last?.pass ?? 0
    }
  }

  /// The row with the changes up to a pass; `nil` where that adds none.
  mutating func written(in pass: Int) -> [ct_cell]? {
    guard passes.contains(pass) else { return nil }
    for x in row.indices where passes[x] == pass { row[x] = after[x] }
    return hasWide ? withoutHalves : row
  }

  /// A wide character of which one half is left is none, and would move the rest of the row.
  private var withoutHalves: [ct_cell] {
    var row = row
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
