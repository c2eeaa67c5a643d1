import Cells
import Themes

/// A question in a panel, and what can be answered, one button below the other.
struct Dialog {
  let title: String
  /// Of the panel, where there is room.
  let rows: Int
  let id: Element.ID
  let question: String
  let answers: [Answer]
  /// Rows that the question keeps, however little room there is.
  var leastQuestion = 1
  var mostQuestion = Int.max
  /// Rows below it that are not for the question.
  var below: Int?
  /// Rows from which there is one between the question and the answers.
  var airFrom: Int?
  /// Columns of a button.
  var width = 34

  struct Answer {
    let id: Element.ID
    let title: String
    let action: Action
    var isEnabled = true
    var isPrimary = false
  }
}

/// - Returns: the place below the answers.
@discardableResult
func drawDialog(_ dialog: Dialog, _ state: State, on canvas: inout Canvas) -> Rect {
  let width = state.sheetPlace(rows: 1, pane: canvas.pane).rest.width
  let lines = wrapped(dialog.question, width: max(1, width), maxLines: min(12, dialog.mostQuestion))
  let below = max(0, (dialog.below ?? 0) - dialog.answers.count)
  let rows = lines.count + 1 + dialog.answers.count * 2 - 1 + below
  var rest = drawSheet(dialog.title, rows: max(dialog.rows, rows + 1), state, on: &canvas)
  let room = rest.height - (dialog.below ?? dialog.answers.count)
  let taken = canvas.paragraph(
    dialog.id, dialog.question,
    in: rest.top(max(dialog.leastQuestion, min(dialog.mostQuestion, room))), .sheetText)
  let airFrom = dialog.airFrom ?? taken + dialog.answers.count + 1
  rest = rest.inset(top: taken + (rest.height >= airFrom ? 1 : 0))
  let used = canvas.answers(dialog.answers, width: dialog.width, in: rest.inset(bottom: below))
  return rest.inset(top: used)
}

extension Canvas {
  /// Buttons, one below the other, with a row between them where there is room.
  ///
  /// - Returns: the rows that they took.
  @discardableResult
  mutating func answers(_ answers: [Dialog.Answer], width: Int = 34, in rect: Rect) -> Int {
    let step = rect.height >= answers.count * 2 - 1 ? 2 : 1
    for (row, answer) in answers.enumerated() {
      button(
        answer.id, answer.title, in: rect.inset(top: row * step).top(1).narrowed(to: width),
        action: answer.action, isEnabled: answer.isEnabled, isPrimary: answer.isPrimary)
    }
    return answers.count * step
  }
}
