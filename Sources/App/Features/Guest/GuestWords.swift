extension Phrase {
  static let lookAround = Phrase(en: "Look around first", ru: "Посмотреть без входа")
  static let guestLead = Phrase(
    en: "Look around: what the program gives, and where. With an account you have your own card.",
    ru: "Осмотритесь: что даёт программа и где она работает. С аккаунтом у вас будет своя карта.")
  static let guestOnly = Phrase(en: "This is for members", ru: "Это для участников")
  static let guestOnlyHint = Phrase(
    en: "Log in with your phone: a code arrives by text message. Then you are back where you were.",
    ru: "Войдите по номеру телефона: код придёт в сообщении. Потом вы вернётесь туда, где были.")
  static let guestHistory = Phrase(
    en: "Once you have logged in, all that you get and spend is here.",
    ru: "После входа здесь будет всё, что вы получили и потратили.")
}
