import Cells
import Content
import Loyalty
import Themes

/// Publishing at a time.
extension State {
  mutating func openPlan() {
    guard sheets.last == .editor(.publishing), let editor, !editor.isDirty, publishErrors.isEmpty
    else { return }
    let time = editor.base.publishAt ?? nextMorning
    openSheet(
      with: Form(
        on: .editor(.plan),
        [.moment(.planMoment, .planMoment, moment(time))],
        submit: .editor(.submitPlan), title: .planSet))
  }

  /// Nine o'clock tomorrow, where the editor is.
  private var nextMorning: Instant {
    let day = settings.zone.local(now.adding(seconds: 86_400)).day
    return instant("\(day) 09:00") ?? now.adding(seconds: 86_400)
  }

  mutating func submitPlan() -> [Effect] {
    guard let form = openForm, form.sheet == .editor(.plan), !form.isBusy, let editor,
      !editor.isDirty, !editor.isSaving
    else { return [] }
    guard let time = instant(form[.planMoment]) else {
      return rejectInForm(.phrase(.momentWrong))
    }
    guard time > now else { return rejectInForm(.phrase(.planPast)) }
    if refusesAway(.editor(.submitPlan)) { return [] }
    self.form?.isBusy = true
    self.editor?.isSaving = true
    return [.ask(.editor(.publish(editor.base, at: time)))]
  }

  mutating func cancelPlan() -> [Effect] {
    guard sheets.last == .editor(.publishing), let editor, !editor.isSaving,
      editor.base.publishAt != nil
    else { return [] }
    self.editor?.isSaving = true
    return [.ask(.editor(.cancelPlan(editor.base)))]
  }

  /// What came of it, in words.
  func publishedWords(_ screen: Screen, before: Screen) -> String {
    if let at = screen.publishAt {
      return phrases.say(.planned, ["time": zonedMoment(at)])
    }
    if before.publishAt != nil, before.publishedRevision == screen.publishedRevision {
      return phrases.say(.planCancelled)
    }
    return phrases.say(screen.publishedRevision == nil ? .publishedOut : .published)
  }
}

/// When the screen is to come into the app.
func drawPlan(_ state: State, on canvas: inout Canvas) {
  let phrases = state.phrases
  var below = drawFormSheet(phrases.say(.planTitle), extra: 6, state, on: &canvas)
  guard !below.isEmpty else { return }
  // What the typed text stands for, on both clocks.
  if let time = state.openForm.flatMap({ state.instant($0[.planMoment]) }) {
    let rows = canvas.paragraph("plan.time", state.zonedMoment(time), in: below, .sheetText)
    below = below.inset(top: rows)
  }
  guard !below.isEmpty else { return }
  let revision = String(state.editor?.base.revision ?? 0)
  canvas.paragraph(
    "plan.note", phrases.say(.planNote, ["revision": revision]), in: below, .sheetMuted)
}

extension Element.ID {
  static let planMoment: Element.ID = "plan.moment"
}

extension Phrase {
  static let planTitle = Phrase(en: "Publish at a time", ru: "Опубликовать в срок")
  static let planAgain = Phrase(en: "Change the time", ru: "Изменить срок")
  static let planCancel = Phrase(en: "Cancel the plan", ru: "Отменить срок")
  static let planMoment = Phrase(en: "Date and time", ru: "Дата и время")
  static let planSet = Phrase(en: "Set", ru: "Назначить")
  static let planNote = Phrase(
    en: "Revision {revision} comes into the app then; what is saved later stays out of it.",
    ru: "В приложении появится версия {revision}; сохранённое позже в неё не войдёт.")
  static let planPast = Phrase(en: "This is in the past", ru: "Это время уже прошло")
  static let planned = Phrase(en: "Will be published {time}", ru: "Будет опубликовано {time}")
  static let planCancelled = Phrase(en: "The plan is cancelled", ru: "Срок отменён")
}
