extension Phrase {
  static let savingHistoryLead = Phrase(
    en: "A table of what is listed now, for spreadsheets; only you can read the file.",
    ru: "Таблица того, что сейчас в списке, для электронных таблиц. Файл прочтёте только вы.")
  static let savingPart = Phrase(
    en: "The oldest entries are not in it: there was no connection to fetch them.",
    ru: "Самых старых операций в нём нет: не было связи, чтобы их получить.")
}
