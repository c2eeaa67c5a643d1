extension Phrase {
  static let points = Phrase(en: "Balance", ru: "Баланс")
  static let asOf = Phrase(en: "as of {time}", ru: "на {time}")
  static let owed = Phrase(
    en: "{points} owed: the next ones pay it", ru: "долг {points}: спишем со следующих")
  static let pending = Phrase(en: "{points} on the way", ru: "скоро начислим: {points}")
  static let reserved = Phrase(en: "{points} reserved", ru: "в резерве: {points}")
  static let expiring = Phrase(en: "Expiring", ru: "Сгорят")
  static let expiresOne = Phrase(en: "Expires {day}", ru: "Сгорит {day}")
  static let expiresMany = Phrase(en: "Expire {day}", ru: "Сгорят {day}")
  static let today = Phrase(en: "today", ru: "сегодня")
  static let forYou = Phrase(en: "For you", ru: "Для вас")
  static let allOffers = Phrase(en: "all offers", ru: "все акции")
  static let coupons = Phrase(en: "Coupons", ru: "Купоны")
  static let nearby = Phrase(en: "Near by", ru: "Рядом")
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
