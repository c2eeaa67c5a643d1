extension Phrase {
  static let lineChoose = Phrase(
    en: "Choose a number, or q to quit: ",
    ru: "Введите номер или q для выхода: ")
  static let lineType = Phrase(en: "{label}: ", ru: "{label}: ")
  static let lineUnknown = Phrase(en: "There is no choice {input}.", ru: "Пункта {input} нет.")
  static let disabled = Phrase(en: "not available", ru: "недоступно")
  static let selected = Phrase(en: "selected", ru: "выбрано")
}
