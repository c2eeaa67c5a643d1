extension Phrase {
  static let lookAround = Phrase(en: "Look around first", ru: "Посмотреть без входа")
  static let guestLead = Phrase(
    en: "Look around: what the program gives, and where.",
    ru: "Осмотритесь: что даёт программа и где она работает.")
  static let guestLeadFrom = Phrase(
    en: "Collect with each purchase: something from {points} on.",
    ru: "Копите с каждой покупки: награды от {points}.")
  static let logInOrJoin = Phrase(en: "Log in or get a card", ru: "Войти или завести карту")
  static let guestOffers = Phrase(en: "On now", ru: "Сейчас")
  static let guestRewards = Phrase(en: "What points buy", ru: "Что дают баллы")
  static let guestShops = Phrase(en: "Where", ru: "Где мы")
  static let guestNews = Phrase(en: "To read", ru: "Почитать")
  static let guestOnly = Phrase(en: "This is for members", ru: "Это для участников")
  static let guestOnlyHint = Phrase(
    en: "Log in with your phone: a code arrives by text message. Then you are back where you were.",
    ru: "Войдите по номеру телефона: код придёт в сообщении. Потом вы вернётесь туда, где были.")
  static let guestHistory = Phrase(
    en: "Once you have logged in, all that you get and spend is here.",
    ru: "После входа здесь будет всё, что вы получили и потратили.")
}
