import Loyalty

extension Phrase {
  static let referral = Phrase(en: "Invite a friend", ru: "Пригласить друга")
  static let referralLead = Phrase(
    en: "{points} for each friend", ru: "{points} за каждого друга")
  static let referralCode = Phrase(en: "Your code", ru: "Ваш код")
  static let referralInvitation = Phrase(
    en: "join with my code {code}", ru: "присоединяйтесь по моему коду {code}")
  static let referralShowCode = Phrase(en: "Show QR", ru: "Показать QR")
  static let referralLarge = Phrase(en: "Show it large", ru: "На весь экран")
  static let referralEach = Phrase(en: "for each friend", ru: "за каждого друга")
  static let referralEnter = Phrase(en: "Enter a friend’s code", ru: "Ввести код друга")
  static let referralGive = Phrase(en: "I have a friend’s code", ru: "У меня есть код друга")
  static let referralFriends = Phrase(en: "Friends", ru: "Друзья")
  static let referralEarned = Phrase(en: "brought {points}", ru: "принесли {points}")
  static let referralNobody = Phrase(
    en: "Nobody yet. Show the QR to a friend, or tell them the code.",
    ru: "Пока никого. Покажите другу QR или назовите код.")
  static let stageInvited = Phrase(en: "invited", ru: "приглашён")
  static let stageRegistered = Phrase(en: "joined, no purchase yet", ru: "с нами, ещё без покупок")
  static let stagePurchased = Phrase(en: "has bought", ru: "есть покупка")
  static let stageRewarded = Phrase(en: "you got {points}", ru: "вам {points}")
  static let referralField = Phrase(en: "Code", ru: "Код")
  static let referralFieldHint = Phrase(en: "ABCD-2345", ru: "ABCD-2345")
  static let referralSend = Phrase(en: "Send", ru: "Отправить")
  static let referralMissing = Phrase(en: "Type the friend’s code.", ru: "Введите код друга.")
  static let referralOffline = Phrase(
    en: "No connection. The server has to check the code: nothing waits to be sent.",
    ru: "Нет связи. Код проверяет сервер: в очередь ничего не поставлено.")
  static let referralThanks = Phrase(
    en: "The code is taken. Your friend gets a gift after your first purchase.",
    ru: "Код принят. Друг получит подарок после вашей первой покупки.")
  static let referralUnreadable = Phrase(
    en: "This link cannot be drawn. The code works as well.",
    ru: "Эту ссылку нельзя нарисовать. Код подойдёт тоже.")
}
