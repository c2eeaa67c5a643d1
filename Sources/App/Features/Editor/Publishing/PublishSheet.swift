import Cells
import Content
import Loyalty
import Themes

/// Putting the screen into the app, or out of it: what stands in the way comes first.
func drawPublishing(_ state: State, on canvas: inout Canvas) {
  guard let editor = state.editor else { return }
  let phrases = state.phrases
  let errors = state.publishErrors
  let rest = drawSheet(
    phrases.say(.publishTitle), rows: 7 + min(6, errors.count), state, on: &canvas)
  let words =
    if !state.offers(.editor(.publish)) {
      phrases.say(.publishForbidden)
    } else if editor.isDirty {
      phrases.say(keyed: .publishSaveFirst)
    } else if !errors.isEmpty {
      phrases.say(.publishBlocked)
    } else if let at = editor.base.publishAt {
      phrases.say(.planned, ["time": state.zonedMoment(at)])
    } else {
      phrases.say(.publishHint, ["revision": String(editor.base.revision)])
    }
  var place = rest
  let rows = canvas.paragraph("publish.hint", words, in: rest.inset(bottom: 3), .sheetText)
  place = place.inset(top: rows + 1)
  for (index, error) in errors.prefix(max(0, place.height - 4)).enumerated() {
    canvas.label(
      Element.ID(rawValue: "publish.error.\(index)"), .listItem,
      "! \(state.name(of: error)): \(state.words(of: error))", in: place,
      .sheetNegative, action: .editor(.select((error.index ?? -1) + 1)))
    place = place.inset(top: 1)
  }
  guard state.offers(.editor(.publish)) else { return }
  let buttons = publishButtons(editor, isFit: !editor.isDirty && errors.isEmpty)
  let answers = buttons.enumerated().map { row, button in
    Dialog.Answer(
      id: button.0, title: phrases.say(button.1), action: .editor(button.2),
      isEnabled: button.3 && !editor.isSaving, isPrimary: row == 0)
  }
  canvas.answers(answers, width: 44, in: rest.bottom(buttons.count))
}

/// What can be done, the likeliest first; what cannot is greyed.
private func publishButtons(
  _ editor: EditorState, isFit: Bool
) -> [(Element.ID, Phrase, EditorAction, Bool)] {
  let isPlanned = editor.base.publishAt != nil
  let isShown = editor.base.publishedRevision != nil
  return [
    ("publish.now", .publishNow, .publish, isFit),
    ("publish.plan", isPlanned ? .planAgain : .planTitle, .plan, isFit),
    isPlanned
      ? ("publish.cancel", .planCancel, .cancelPlan, true)
      : ("publish.out", .publishOut, .unpublish, isShown && !editor.isDirty),
  ]
}

extension State {
  var publishErrors: [Finding] {
    (editor?.findings ?? []).filter { $0.severity == .error }
  }

  /// What is wrong, for who types it.
  func words(of finding: Finding) -> String {
    switch finding.code {
    case .badInstant: phrases.say(.momentWrong)
    case .missingField:
      Finding(
        code: finding.code, severity: finding.severity, path: finding.path,
        detail: phrases.editorField(finding.detail)
      ).words(in: phrases.language)
    case .badValue: wordsForValue(finding) ?? finding.words(in: phrases.language)
    default: finding.words(in: phrases.language)
    }
  }

  /// What can stand where something else stands.
  private func wordsForValue(_ finding: Finding) -> String? {
    let detail = finding.detail.isEmpty ? "—" : finding.detail
    switch finding.path {
    case ["min_client"]:
      return phrases.say(.versionWrong, ["value": detail])
    case ["tab", "position"]: return wordsForNumber(detail, Screen.positions)
    default: break
    }
    guard let index = finding.index, let blocks = editor?.screen.blocks,
      blocks.indices.contains(index),
      let field = blocks[index].kind.fields.first(where: { $0.path == finding.path })
    else { return nil }
    switch field.value {
    case .whole(let range): return wordsForNumber(detail, range)
    case .choice(let names):
      let known = names.map { phrases.choiceName($0) }.joined(separator: ", ")
      return phrases.say(.choiceWrong, ["value": detail, "known": known])
    case .address: return phrases.say(.addressWrong, ["value": detail])
    case .line, .text, .instant, .picture, .action: return nil
    }
  }

  private func wordsForNumber(_ detail: String, _ range: ClosedRange<Int>) -> String {
    phrases.say(
      .numberWrong,
      ["value": detail, "least": String(range.lowerBound), "most": String(range.upperBound)])
  }

  /// What a person calls the place of a finding.
  func name(of finding: Finding) -> String {
    guard let index = finding.index, let blocks = editor?.screen.blocks,
      blocks.indices.contains(index)
    else { return phrases.say(.editorScreen) }
    return outlineWords(blocks[index])
  }

  mutating func publishEdited(isOut: Bool) -> [Effect] {
    guard sheets.last == .editor(.publishing), let editor, !editor.isDirty, !editor.isSaving,
      isOut || publishErrors.isEmpty
    else { return [] }
    self.editor?.isSaving = true
    let request: EditorRequest =
      isOut ? .unpublish(editor.base) : .publish(editor.base, at: nil)
    return [.ask(.editor(request))]
  }

  /// The server has put it in, or out.
  mutating func finishPublishing(_ screen: Screen) -> [Effect] {
    guard let editor, editor.base.id == screen.id else { return [] }
    let rest = ScreenMerge(base: editor.base, mine: editor.screen, theirs: screen)
    self.editor?.adopt(rest.screen, over: screen, others: (editor.base, screen), at: now)
    self.editor?.isSaving = false
    sheets.removeAll { $0 == .editor(.publishing) || $0 == .editor(.plan) }
    focus = nil
    toast(publishedWords(screen, before: editor.base))
    if self.editor?.isDirty == false { self.editor?.keeping.pendingSince = nil }
    return network.isWorking ? [.ask(.pull)] : pull()
  }
}

extension Phrase {
  static let numberWrong = Phrase(
    en: "“{value}” cannot stand here: a whole number from {least} to {most}",
    ru: "Здесь не может стоять «{value}»: нужно целое число от {least} до {most}")
  static let choiceWrong = Phrase(
    en: "“{value}” cannot stand here: one of {known}",
    ru: "Здесь не может стоять «{value}»: одно из {known}")
  static let addressWrong = Phrase(
    en: "“{value}” is no address such as https://example.com/picture.png",
    ru: "«{value}» — не адрес вроде https://example.com/picture.png")
  static let versionWrong = Phrase(
    en: "“{value}” is no version such as 1.4.0", ru: "«{value}» — не версия вроде 1.4.0")
  static let publishTitle = Phrase(en: "Publish", ru: "Публикация")
  static let publishHint = Phrase(
    en: "Everybody will see revision {revision} at once.",
    ru: "Версию {revision} сразу увидят все.")
  static let publishForbidden = Phrase(
    en: "Publishing is for publishers. What you save is kept for them.",
    ru: "Публикуют те, у кого есть эта роль. Сохранённое их дождётся.")
  static let publishBlocked = Phrase(
    en: "This has to be put right before publishing:",
    ru: "Перед публикацией нужно исправить:")
  static let publishOffline = Phrase(
    en: "No connection: nothing was published", ru: "Нет связи: ничего не опубликовано")
  static let publishNow = Phrase(en: "Publish now", ru: "Опубликовать")
  static let publishOut = Phrase(en: "Take out of the app", ru: "Убрать из приложения")
  static let published = Phrase(en: "Published", ru: "Опубликовано")
  static let publishedOut = Phrase(en: "Taken out of the app", ru: "Убрано из приложения")
}

extension KeyedPhrase {
  static let publishSaveFirst = KeyedPhrase(
    en: "Save first ({save}): what is published is what the server has.",
    ru: "Сначала сохраните ({save}): публикуется то, что есть на сервере.",
    keys: ["save": Command.key(.editor(.save), on: EditorSheet.main.surface)])
}
