extension Phrase {
  static let explainBalance = Phrase(en: "Explain my balance", ru: "Из чего баланс")
  static let explainAddsUp = Phrase(
    en: "Entries add up to {points}",
    ru: "Операции сходятся: {points}")
  static let explainOff = Phrase(
    en: "Entries add up to {sum}, the balance is {points}. Tell support.",
    ru: "Операции дают {sum}, а баланс {points}. Напишите нам.")
  static let lotLeft = Phrase(en: "{left} of {granted} left", ru: "осталось {left} из {granted}")
  static let lotOwed = Phrase(en: "{points} owed", ru: "долг {points}")
  static let lotUntil = Phrase(en: "until {day}", ru: "до {day}")
}
