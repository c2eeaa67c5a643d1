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
    canvas.write(note, in: rest, .muted, .right)
    rest = rest.inset(right: room)
    break
  }
  canvas.write(row.title, in: rest, row.isMuted ? .muted : .text)
  canvas.endRow(line, row.id, row.spoken, action: row.action)
}
