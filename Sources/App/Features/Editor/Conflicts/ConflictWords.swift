extension Phrase {
  static let conflictTitle = Phrase(
    en: "Both changed: {name} ({number} of {count})",
    ru: "Изменили оба: {name} ({number} из {count})")
  static let conflictHint = Phrase(
    en: "{name} has saved other changes. Choose for each field; nothing is lost before you do.",
    ru: "{name}: на сервере другие правки. Выберите для каждого поля; до этого ничего не пропадёт.")
  static let conflictLater = Phrase(en: "Later", ru: "Позже")
  static let conflictAccept = Phrase(en: "As chosen", ru: "Как выбрано")
  static let conflictMine = Phrase(en: "All mine", ru: "Всё моё")
  static let conflictTheirs = Phrase(en: "All theirs", ru: "Всё с сервера")
  static let conflictBoth = Phrase(en: "Keep both blocks", ru: "Оставить оба блока")
  static let conflictFieldMine = Phrase(en: "Mine here", ru: "Здесь моё")
  static let conflictFieldTheirs = Phrase(en: "Theirs here", ru: "Здесь с сервера")
}
