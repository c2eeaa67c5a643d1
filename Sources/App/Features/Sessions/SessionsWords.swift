extension Phrase {
  static let sessions = Phrase(en: "Where I am signed in", ru: "Где выполнен вход")
  static let sessionCurrent = Phrase(en: "this one, now", ru: "этот, сейчас")
  static let sessionUsed = Phrase(en: "last used: {moment}", ru: "активность: {moment}")
  static let sessionSince = Phrase(en: "signed in: {moment}", ru: "вход: {moment}")
  static let sessionUnknown = Phrase(en: "Unknown program", ru: "Неизвестная программа")
  static let sessionEnd = Phrase(en: "End this session", ru: "Завершить сеанс")
  static let sessionEnded = Phrase(en: "Done: signed out there.", ru: "Готово: вход там завершён.")
  static let sessionGone = Phrase(
    en: "This session has ended.", ru: "Этот сеанс уже завершён.")
  static let sessionsEndOthers = Phrase(en: "End all others", ru: "Завершить остальные")
  static let sessionsEndOthersLead = Phrase(
    en: "All programs but this one have to log in again.",
    ru: "Всем программам, кроме этой, придётся войти снова.")
  static let sessionsOffline = Phrase(
    en: "No connection: only the server can end sessions.",
    ru: "Нет связи: завершить сеанс может только сервер.")
}
