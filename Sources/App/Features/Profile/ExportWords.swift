extension Phrase {
  static let export = Phrase(en: "Export my data", ru: "Выгрузить мои данные")
  static let exportLead = Phrase(
    en: "All that the program keeps about you, in a JSON file that only you can read.",
    ru: "Всё, что программа хранит о вас: файл JSON, который прочтёте только вы.")
  static let exportPath = Phrase(en: "File", ru: "Файл")
  static let exportSave = Phrase(en: "Save the file", ru: "Сохранить файл")
  static let exportDone = Phrase(en: "Saved: {path}", ru: "Сохранено: {path}")
  static let exportNoPath = Phrase(en: "Type a name for the file.", ru: "Введите имя файла.")
  static let exportOffline = Phrase(
    en: "No connection. The data are on the server; no file was made.",
    ru: "Нет связи. Данные на сервере, файл не создан.")
  static let exportExists = Phrase(
    en: "There is such a file already. It stays as it is; type another name.",
    ru: "Такой файл уже есть, он не тронут. Введите другое имя.")
  static let exportNoFolder = Phrase(
    en: "There is no such folder.", ru: "Такой папки нет.")
  static let exportDenied = Phrase(
    en: "You may not write there. Choose another folder.",
    ru: "Туда нельзя записать. Выберите другую папку.")
  static let exportFull = Phrase(
    en: "The disk is full. No file was left behind.",
    ru: "Диск заполнен. Недописанный файл удалён.")
  static let exportFailed = Phrase(
    en: "No file was made. The system refuses it ({cause}).",
    ru: "Файл не создан. Система отказала ({cause}).")

  static let deletion = Phrase(en: "Delete my account", ru: "Удалить аккаунт")
  static let deletionLead = Phrase(
    en: "Points, coupons, cards and history go for good. To go on, type {word}.",
    ru: "Баллы, купоны, карты и история исчезнут навсегда. Чтобы продолжить, введите {word}.")
  static let deletionField = Phrase(en: "Word", ru: "Слово")
  static let deletionWord = Phrase(en: "DELETE", ru: "УДАЛИТЬ")
  static let deletionMismatch = Phrase(
    en: "Type {word} in capital letters.", ru: "Введите {word} большими буквами.")
  static let deletionOffline = Phrase(
    en: "No connection. An account can be deleted only online.",
    ru: "Нет связи. Удалить аккаунт можно только при связи.")
  static let deletionLost = Phrase(
    en: "No answer came. The account may be deleted already; try again to be sure.",
    ru: "Ответ не пришёл. Возможно, аккаунт уже удалён: повторите, чтобы убедиться.")
  static let deletionDone = Phrase(
    en: "Your account is deleted. Nothing of it is left here.",
    ru: "Аккаунт удалён. Здесь от него ничего не осталось.")
  static let deletionUnknown = Phrase(
    en: "The server does not know this session any more: the account is deleted, or you were "
      + "signed out elsewhere. Nothing is left here.",
    ru: "Сервер больше не знает этот сеанс: аккаунт удалён или вход завершён в другом месте. "
      + "Здесь ничего не осталось.")
}
