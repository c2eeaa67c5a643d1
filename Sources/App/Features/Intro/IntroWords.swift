extension Phrase {
  static let introNext = Phrase(en: "Next", ru: "Дальше")
  static let introPrevious = Phrase(en: "Previous", ru: "Предыдущий")
  static let introStart = Phrase(en: "Start", ru: "Начать")
  static let introSkip = Phrase(en: "Skip", ru: "Пропустить")
  static let introPage = Phrase(en: "Page {page} of {count}", ru: "Страница {page} из {count}")
}
