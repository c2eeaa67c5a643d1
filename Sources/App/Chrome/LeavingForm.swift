import Cells
import Themes

/// Asked before words that were typed into a form are lost.
extension State {
  /// - Returns: whether there is something to ask about.
  mutating func askBeforeLosingWords() -> Bool {
    guard let form = openForm, !form.isBusy, form.hasNewWords, !form.sheet.surface.keepsWords else {
      return false
    }
    openSheet(.leavingForm)
    // The careful answer has the focus.
    focus = .keepTyping
    return true
  }

  /// Goes back to typing, where the caret was.
  mutating func keepTyping() {
    guard sheets.last == .leavingForm else { return }
    sheets.removeLast()
    focus = openForm?.fields.first { $0.isTouched }?.id
  }

  /// Closes the form with what stands in it.
  mutating func dropForm() {
    guard sheets.last == .leavingForm else { return }
    sheets.removeLast(min(2, sheets.count))
    focus = nil
  }
}

func drawLeavingForm(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  let dialog = Dialog(
    title: phrases.say(.leaveForm), rows: 5, id: "form.question",
    question: phrases.say(.leaveFormQuestion),
    answers: [
      .init(
        id: .keepTyping, title: phrases.say(.keepTyping), action: .form(.keepTyping),
        isPrimary: true),
      .init(id: "form.drop", title: phrases.say(.dropForm), action: .form(.drop)),
    ])
  drawDialog(dialog, state, on: &canvas)
}

extension Element.ID {
  static let keepTyping: Element.ID = "form.keep"
}

extension Phrase {
  static let leaveForm = Phrase(en: "Not saved", ru: "Не сохранено")
  static let leaveFormQuestion = Phrase(
    en: "What you typed here would be lost.", ru: "Введённое здесь пропадёт.")
  static let keepTyping = Phrase(en: "Go on typing", ru: "Продолжить ввод")
  static let dropForm = Phrase(en: "Discard it", ru: "Не сохранять")
}
