extension Phrase {
  static let more = Phrase(en: "More", ru: "Ещё")
  static let moreYou = Phrase(en: "You", ru: "Вы")
  static let moreProgram = Phrase(en: "Program", ru: "Программа")
  static let moreApp = Phrase(en: "App", ru: "Приложение")
}
