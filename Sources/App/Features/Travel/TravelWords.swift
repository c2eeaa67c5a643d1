import Loyalty

extension Noun {
  static let column = Noun(
    en: PluralForms(one: "{n} column", other: "{n} columns"),
    ru: PluralForms(
      one: "{n} колонка", few: "{n} колонки", many: "{n} колонок", other: "{n} колонки"))
}

extension Phrase {
  static let travel = Phrase(en: "Look as somebody else", ru: "Глазами другого")
  static let travelHint = Phrase(en: "Look as…", ru: "Глазами…")
  static let travelTier = Phrase(en: "Who", ru: "Кто")
  static let travelGuest = Phrase(en: "guest", ru: "гость")
  static let travelSegments = Phrase(en: "Segments", ru: "Сегменты")
  static let travelSegmentsHint = Phrase(en: "none", ru: "никакие")
  static let travelLanguage = Phrase(en: "Language", ru: "Язык")
  static let travelMoment = Phrase(en: "Date and time", ru: "Дата и время")
  static let travelWidth = Phrase(en: "Columns", ru: "Колонки")
  static let travelVersion = Phrase(en: "App version", ru: "Версия приложения")
  static let travelVersionHint = Phrase(en: "this one", ru: "эта")
  static let travelOwn = Phrase(en: "as for me", ru: "как у меня")
  static let travelFull = Phrase(en: "all there are", ru: "сколько есть")
  static let travelGo = Phrase(en: "Look", ru: "Посмотреть")
  static let travelAs = Phrase(en: "As: {who}", ru: "Как: {who}")
  static let travelBack = Phrase(en: "Back to me", ru: "К себе")
  static let travelKnown = Phrase(
    en: "Segments here: {segments}", ru: "Сегменты здесь: {segments}")
  static let travelBadSegments = Phrase(
    en: "The program does not know: {names}", ru: "Программа не знает: {names}")
  static let travelBadVersion = Phrase(en: "Such as 1.4.0", ru: "Например, 1.4.0")
}
