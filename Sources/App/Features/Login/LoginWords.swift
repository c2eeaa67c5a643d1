extension Phrase {
  static let loginTitle = Phrase(en: "Log in or join", ru: "Вход и регистрация")
  static let loginLead = Phrase(
    en: "Your card, your balance and its worth",
    ru: "Ваша карта, баланс и что он даёт")
  static let phone = Phrase(en: "Phone", ru: "Телефон")
  static let loginServer = Phrase(en: "Server: {server}", ru: "Сервер: {server}")
  static let phoneHint = Phrase(en: "with the country code", ru: "с кодом страны")
  static let demoPhone = Phrase(en: "Take {phone}, of this demo", ru: "Взять {phone}, номер демо")
  static let demoPhoneShort = Phrase(en: "The demo’s number", ru: "Номер демо")
  static let phoneInvalid = Phrase(
    en: "Enter the number with its country code and a plus, like +7 916 123-45-67.",
    ru: "Введите номер с плюсом и кодом страны, например +7 916 123-45-67.")
  static let sendCode = Phrase(en: "Get a code", ru: "Получить код")
  static let codeSentTo = Phrase(
    en: "We sent a code to {target}.",
    ru: "Мы отправили код на {target}.")
  static let code = Phrase(en: "Code", ru: "Код")
  static let codeHint = Phrase(en: "from the message", ru: "из сообщения")
  static let codeInvalid = Phrase(en: "The code has {count} digits.", ru: "В коде {count} цифр.")
  static let submitCode = Phrase(en: "Log in", ru: "Войти")
  static let resendCode = Phrase(en: "Send another code", ru: "Отправить код ещё раз")
  static let resendIn = Phrase(en: "Another code in {time}", ru: "Новый код через {time}")
  static let changeNumber = Phrase(en: "Change the number", ru: "Изменить номер")
  static let insertCode = Phrase(en: "Insert the code", ru: "Вставить код")
  static let message = Phrase(en: "Message", ru: "Сообщение")
  static let sending = Phrase(en: "Sending…", ru: "Отправляем…")
  static let checking = Phrase(en: "Checking…", ru: "Проверяем…")
}
