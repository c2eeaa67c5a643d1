extension Phrase {
  static let stamps = Phrase(en: "Stamp cards", ru: "Карточки со штампами")
  static let noStamps = Phrase(
    en: "There are no stamp cards right now. They fill up by themselves when you buy.",
    ru: "Сейчас таких карточек нет. Они заполняются сами, когда вы покупаете.")
  static let stampGives = Phrase(en: "Full: {reward}", ru: "Полная: {reward}")
  static let stampUntil = Phrase(en: "until {day}", ru: "до {day}")
  static let stampsDone = Phrase(en: "filled before: {count}", ru: "заполнено раньше: {count}")
}
