extension Phrase {
  static let joiningTitle = Phrase(en: "Nearly there", ru: "Почти готово")
  static let joiningLead = Phrase(
    en: "Your card is ready. Read what it comes with; all else is up to you.",
    ru: "Карта уже ждёт. Прочтите условия, остальное — по желанию.")
  static let joiningNewTitle = Phrase(en: "The terms have changed", ru: "Правила изменились")
  static let joiningNewLead = Phrase(
    en: "You are asked once. Your points and your card stay as they are.",
    ru: "Мы спросим один раз. Баллы и карта остаются как есть.")
  static let joiningName = Phrase(en: "What shall we call you?", ru: "Как к вам обращаться?")
  static let joiningNameHint = Phrase(en: "name, if you like", ru: "имя, если хотите")
  static let joiningChoices = Phrase(en: "If you like", ru: "По желанию")
  static let joiningVersion = Phrase(en: "version {version}", ru: "версия {version}")
  static let joiningAgree = Phrase(en: "Agree and go on", ru: "Согласиться и продолжить")
  static let joiningDecline = Phrase(en: "Decline", ru: "Отказаться")
  static let joiningRead = Phrase(en: "read on", ru: "читать дальше")
  static let joiningOn = Phrase(en: "yes", ru: "да")
  static let joiningOff = Phrase(en: "no", ru: "нет")
  static let declineAsk = Phrase(en: "Go without the terms?", ru: "Не принимать правила?")
  static let declineLead = Phrase(
    en: "There is no membership without them: you are logged out, and nothing is agreed to. "
      + "Card and points stay; the next login asks again.",
    ru: "Без них нет участия: вы выйдете из аккаунта, согласие не записано. Карта и баллы "
      + "остаются, при следующем входе мы спросим снова.")
}
