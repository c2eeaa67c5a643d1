extension Phrase {
  static let points = Phrase(en: "Balance", ru: "Баланс")
  static let asOf = Phrase(en: "as of {time}", ru: "на {time}")
  static let owed = Phrase(
    en: "{points} owed: the next ones pay it", ru: "долг {points}: спишем со следующих")
  static let pending = Phrase(en: "{points} on the way", ru: "скоро начислим: {points}")
  static let reserved = Phrase(en: "{points} reserved", ru: "в резерве: {points}")
  static let expires = Phrase(en: "{points} until {day}", ru: "{points} до {day}")
  static let nothingExpires = Phrase(
    en: "Nothing expires soon",
    ru: "В ближайшее время ничего не сгорит")
  static let latest = Phrase(en: "Latest", ru: "Последнее")
  static let noHistory = Phrase(en: "No entries yet", ru: "Операций пока нет")
  static let noHistoryHint = Phrase(
    en: "Show your card when you pay: what it brings appears here.",
    ru: "Покажите карту при оплате, и начисление появится здесь.")
  static let noCard = Phrase(en: "No card yet", ru: "Карты пока нет")
  static let cardTooSmall = Phrase(en: "Too small to scan here", ru: "Здесь код не уместится")
  static let cardNeeds = Phrase(
    en: "The code needs a window of {width}×{height}.",
    ru: "Для кода нужно окно {width}×{height}.")
  static let cardUnreadable = Phrase(
    en: "This card cannot be drawn. Its number works at the till.",
    ru: "Эту карту нельзя нарисовать. На кассе подойдёт её номер.")
  static let memberCard = Phrase(en: "Member card", ru: "Карта участника")
  static let card = Phrase(en: "Card", ru: "Карта")
  static let loading = Phrase(en: "Loading…", ru: "Загружаем…")
}
