extension Phrase {
  static let lineChoose = Phrase(
    en: "Choose a number, or q to quit: ",
    ru: "Введите номер или q для выхода: ")
  static let lineUnknown = Phrase(en: "There is no choice {input}.", ru: "Пункта {input} нет.")
  static let lineChanged = Phrase(
    en: "The screen has changed meanwhile, so nothing was done. It is now:",
    ru: "Экран за это время изменился, поэтому ничего не сделано. Теперь он такой:")
  static let lineWaiting = Phrase(
    en: "Waiting for the server. You can choose meanwhile.",
    ru: "Ждём ответа сервера. Выбирать можно уже сейчас.")
  static let lineQuit = Phrase(en: "Quit (q)", ru: "Выход (q)")
  static let disabled = Phrase(en: "not available", ru: "недоступно")
  static let selected = Phrase(en: "selected", ru: "выбрано")
}

/// What is said in place of words that name a key of the screen.
extension Phrase {
  private static let lineWalletNone = Phrase(
    en: "No card fits. Close the search to see all of them.",
    ru: "Ничего не найдено. Закройте поиск, чтобы увидеть все карты.")
  private static let lineWalletArchived = Phrase(
    en: "Choose the filter to see them, or add a new one.",
    ru: "Выберите фильтр, чтобы увидеть их, или добавьте новую.")
  private static let lineShopsClosed = Phrase(
    en: "No store is open now. Choose the filter again to see the closed ones too.",
    ru: "Сейчас все адреса закрыты. Выберите фильтр ещё раз, чтобы увидеть и закрытые.")
  private static let lineShopsNone = Phrase(
    en: "No store fits. Close the search to see all of them.",
    ru: "Ничего не найдено. Закройте поиск, чтобы увидеть все адреса.")
  private static let lineDeleted = Phrase(
    en: "Deleted; it can be taken back", ru: "Удалено; это можно отменить")
  private static let lineInkSwapped = Phrase(en: "White on black", ru: "Белым по чёрному")
  private static let lineShowLarge = Phrase(
    en: "It fits on the whole screen", ru: "Поместится на весь экран")

  static let inLines: [(screen: KeyedPhrase, lines: Phrase)] = [
    (.walletNone, lineWalletNone),
    (.walletAllArchivedHint, lineWalletArchived), (.shopsClosed, lineShopsClosed),
    (.shopsNone, lineShopsNone), (.editorDeleted, lineDeleted), (.inkSwapped, lineInkSwapped),
    (.walletShowLarge, lineShowLarge),
  ]
}
