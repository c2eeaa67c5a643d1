extension Phrase {
  static let palette = Phrase(en: "Go to or do anything", ru: "Перейти или сделать")
  static let paletteFind = Phrase(en: "Find", ru: "Найти")
  static let paletteHint = Phrase(
    en: "a screen, a command, a card, a reward…", ru: "экран, команда, карта, награда…")
  static let paletteFindHint = Phrase(
    en: "a card, a reward, an offer, a store…", ru: "карта, награда, акция, адрес…")
  static let paletteHere = Phrase(en: "Here", ru: "Здесь")
  static let paletteGo = Phrase(en: "Go to", ru: "Перейти")
  static let paletteApp = Phrase(en: "App", ru: "Приложение")
  static let paletteFound = Phrase(en: "Found", ru: "Найдено")
  static let paletteDo = Phrase(en: "Do it", ru: "Сделать")
  static let paletteCount = Phrase(en: "{count} of {total}", ru: "{count} из {total}")
  static let paletteNone = Phrase(
    en: "Nothing fits. Fewer letters find more.",
    ru: "Ничего не нашлось. Меньше букв найдут больше.")
  static let paletteNothing = Phrase(
    en: "There is nothing to find yet.", ru: "Искать пока нечего.")
  static let paletteGone = Phrase(en: "It is not there any more.", ru: "Этого больше нет.")
  static let paletteLogIn = Phrase(en: "for members", ru: "для участников")
  static let paletteOffline = Phrase(en: "needs the server", ru: "нужен сервер")
  static let paletteInEditor = Phrase(
    en: "Leave the editor first", ru: "Сначала выйдите из редактора")
  static let paletteInForm = Phrase(
    en: "Save or discard what you typed first", ru: "Сначала сохраните или сбросьте введённое")
}
