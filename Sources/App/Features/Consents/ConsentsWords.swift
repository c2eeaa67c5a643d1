extension Phrase {
  static let consents = Phrase(en: "Consents", ru: "Согласия")
  static let consentsCount = Phrase(en: "{given} of {all}", ru: "{given} из {all}")
  static let consentsLead = Phrase(
    en:
      "What the program may do with what it knows of you. What is not required can be taken back.",
    ru: "Что программе можно делать с данными о вас. Необязательное можно отозвать в любой день.")
  static let consentOn = Phrase(en: "given", ru: "дано")
  static let consentOff = Phrase(en: "not given", ru: "не дано")
  static let consentGiven = Phrase(en: "given: {moment}", ru: "дано: {moment}")
  static let consentNever = Phrase(en: "you have not agreed", ru: "вы не соглашались")
  static let consentNeeded = Phrase(en: "required", ru: "обязательно")
  static let consentOutdated = Phrase(en: "the text is new", ru: "текст обновился")
  static let consentRequired = Phrase(
    en: "There is no membership without it. To take it back, delete the account.",
    ru: "Без него нет участия. Чтобы отозвать его, удалите аккаунт.")
}
