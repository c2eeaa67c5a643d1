/// In which order the changes of a frame are written.
///
/// ncurses writes row by row, and says in each row anew which colours follow. A list of four inks is
/// shorter when each of them is said once: what is in one ink goes first, in all rows, then the next.
struct WritingOrder {
  /// How many stretches in one ink are worth going over the rows once more.
  ///
  /// A change of ink costs sixteen bytes and more in direct colour and some ten in 256; a way to
  /// another row and column costs seven, which between unchanged cells are due anyway.
  let least: Int

  /// Each pass goes over all rows once more: a list has some six inks, a picture has hundreds.
  static let mostPasses = 8

  init(_ palette: ColorEncoding) {
    least = palette.colors < 256 ? .max : palette.colors == 256 ? 6 : 3
  }

  /// In which pass over the rows, from 1 on, an ink is written; the others wait for the end.
  func passes(of rows: [RowChange]) -> [Rendition: Int] {
    guard rows.count >= least else { return [:] }
    var counts: [Rendition: Int] = [:]
    for row in rows { row.countStretches(in: &counts) }
    let common = counts.filter { $0.value >= least }.sorted {
      ($0.value, $0.key) > ($1.value, $1.key)
    }
    // The commonest one needs no pass of its own: it is what the rest is.
    return Dictionary(
      uniqueKeysWithValues: zip(
        common.dropFirst().prefix(WritingOrder.mostPasses).map(\.key), 1...))
  }
}
