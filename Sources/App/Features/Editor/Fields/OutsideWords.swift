/// Why the person's own editor changed nothing.
extension Phrase {
  static let outsideMissing = Phrase(
    en: "No editor: set VISUAL or EDITOR", ru: "Нет редактора: задайте VISUAL или EDITOR")
  static let outsideFailed = Phrase(
    en: "Your editor failed; the text is as it was",
    ru: "Редактор завершился с ошибкой; текст прежний")
  static let outsideUnreadable = Phrase(
    en: "That is no text that can be taken; it is as it was",
    ru: "Такой текст принять нельзя; остался прежний")
  static let outsideNoTerminal = Phrase(
    en: "There is no terminal to open your editor in", ru: "Нет терминала, чтобы открыть редактор")
}

extension Phrasebook {
  func words(for failure: OutsideFailure) -> String {
    switch failure {
    case .missing: say(.outsideMissing)
    case .failed: say(.outsideFailed)
    case .unreadable: say(.outsideUnreadable)
    case .noTerminal: say(.outsideNoTerminal)
    }
  }
}
