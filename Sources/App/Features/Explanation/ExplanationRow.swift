import Cells
import Loyalty
import Themes

/// A lot or a draw in words.
struct ExplanationRow {
  var day: String
  var dayWidth: Int
  var title: String
  /// Until when it lasts, where there is room.
  var detail = ""
  var amount: String
  /// The amount where there is little room.
  var shortAmount: String
  var look = ThemeToken.sheetMuted
  var isDraw: Bool

  init(_ row: ExplanationState.Row, _ state: State) {
    let phrases = state.phrases
    let zone = state.settings.zone
    let year = zone.local(state.now).day.year
    let language = state.settings.language
    switch row {
    case .lot(let lot):
      let local = zone.local(lot.activeFrom).day
      let left = phrases.number(lot.remaining, of: state.program)
      let granted = phrases.number(lot.granted, of: state.program)
      let isOnTheWay = lot.activeFrom > state.now
      let owed =
        lot.remaining < .zero
        ? phrases.say(
          .lotOwed, ["points": phrases.number(-lot.remaining, of: state.program)]) : nil
      day = phrases.day(local, in: year)
      dayWidth = local.year == year ? 6 : 11
      title = lot.title.value(in: language) ?? ""
      if let end = lot.expiresAt, lot.remaining > .zero {
        detail = phrases.say(.lotUntil, ["day": phrases.day(zone.local(end).day, in: year)])
      }
      amount =
        isOnTheWay
        ? phrases.say(.pending, ["points": granted])
        : owed ?? phrases.say(.lotLeft, ["left": left, "granted": granted])
      shortAmount = isOnTheWay ? "(\(granted))" : owed ?? "\(left) / \(granted)"
      if !isOnTheWay, lot.remaining != .zero {
        look = lot.remaining > .zero ? .sheetPositive : .sheetNegative
      }
      isDraw = false
    case .draw(let draw):
      let local = zone.local(draw.at).day
      day = phrases.day(local, in: year)
      dayWidth = local.year == year ? 6 : 11
      title = draw.title.value(in: language) ?? ""
      amount = phrases.signed(-draw.points, of: state.program)
      shortAmount = amount
      isDraw = true
    }
  }

  /// All of it in one sentence, for flows and for reading aloud.
  var spoken: String {
    [day, title, detail, amount].filter { !$0.isEmpty }.joined(separator: ", ")
      .withPlainSpaces
  }
}

/// One row; what was drawn stands indented below its lot.
func drawExplanationRow(
  _ row: ExplanationRow, _ line: ListRow, id: Element.ID, on canvas: inout Canvas
) {
  let inner = line.place.inset(left: 2)
  let isWide = inner.width >= 64
  let amount = isWide ? row.amount : row.shortAmount
  canvas.write(amount, in: inner, row.look, .right)
  var text = inner.inset(right: isWide ? 24 : displayWidth(of: amount) + 1)
  if isWide, !row.detail.isEmpty {
    canvas.write(row.detail, in: text, .sheetMuted, .right)
    text = text.inset(right: displayWidth(of: row.detail) + 1)
  }
  if text.width >= 20 {
    let column = Rect(x: text.x, y: text.y, width: row.dayWidth, height: 1)
    canvas.write(row.day, in: column, .sheetMuted, .right)
    text = text.inset(left: row.dayWidth + 1)
  }
  canvas.write(
    row.title, in: text.inset(left: row.isDraw ? 2 : 0), row.isDraw ? .sheetMuted : .sheetText)
  canvas.endRow(line, id, row.spoken)
}
