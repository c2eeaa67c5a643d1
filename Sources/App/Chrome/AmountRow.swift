import Cells
import Themes

/// A row of a list: what it is, a word about it, and a number at its end.
struct AmountRow {
  let id: Element.ID
  let title: String
  let note: String?
  /// The same where there is little room.
  var shortNote: String? = nil
  let amount: String
  let amountLook: ThemeToken
  let isMuted: Bool
  /// How far it is, 0–1, where that is worth a small bar.
  var share: Double?
  /// All of it, for flows and for reading aloud.
  let spoken: String
  let action: Action
  /// Columns that the title keeps; a note that does not leave them is in the sheet.
  let leastTitle: Int
}

/// - Parameter column: cells of the widest amount of the list.
func drawAmountRow(
  _ row: AmountRow, _ line: ListRow, column: Int, on canvas: inout Canvas
) {
  let inner = line.place.inset(left: 2, right: line.place.width >= 30 ? 2 : 0)
  canvas.write(row.amount, in: inner, row.amountLook, .right)
  var rest = inner.inset(right: column + 2)
  for note in [row.note, row.shortNote].compactMap(\.self) {
    let room = displayWidth(of: note) + 2
    guard rest.width - room >= row.leastTitle else { continue }
    canvas.write(note, in: rest, .hint, .right)
    rest = rest.inset(right: room)
    break
  }
  let bar = 16
  if let share = row.share, rest.width - bar - 3 >= displayWidth(of: row.title) {
    canvas.bar(share, in: rest.inset(left: rest.width - bar))
    rest = rest.inset(right: bar + 3)
  }
  canvas.write(row.title, in: rest, row.isMuted ? .muted : .text)
  canvas.endRow(line, row.id, row.spoken, action: row.action)
}
