/// Sections and commands.
extension Phrase {
  static let home = Phrase(en: "Home", ru: "Главная")
  static let history = Phrase(en: "History", ru: "История")
  static let sectionBeside = Phrase(en: "Section beside this one", ru: "Соседний раздел")
  static let help = Phrase(en: "Help", ru: "Справка")
  static let quit = Phrase(en: "Quit", ru: "Выход")
  static let back = Phrase(en: "Back", ru: "Назад")
  static let refresh = Phrase(en: "Refresh", ru: "Обновить")
  static let move = Phrase(en: "Move", ru: "Выбор")
  static let open = Phrase(en: "Open", ru: "Открыть")
  static let choose = Phrase(en: "Next element", ru: "Следующий элемент")
  static let showCard = Phrase(en: "Show card full size", ru: "Карта на весь экран")
  static let language = Phrase(en: "Русский", ru: "English")
  static let logOut = Phrase(en: "Log out", ru: "Выйти из аккаунта")
  static let logOutAsk = Phrase(en: "Log out?", ru: "Выйти из аккаунта?")
  static let logOutLead = Phrase(
    en: "The account stays. To see it here again, log in with your number and a code.",
    ru: "Аккаунт останется. Чтобы снова увидеть его здесь, войдите по номеру телефона и коду.")
  static let suspend = Phrase(en: "Suspend", ru: "Приостановить")
  static let close = Phrase(en: "Close", ru: "Закрыть")
  static let keys = Phrase(en: "Keys", ru: "Клавиши")
  static let helpHere = Phrase(en: "Here", ru: "Здесь")
  static let helpGo = Phrase(en: "Go", ru: "Перейти")
  static let helpApp = Phrase(en: "App", ru: "Приложение")
  static let helpFilter = Phrase(en: "Find a key", ru: "Найти клавишу")
  static let helpFilterHint = Phrase(en: "what do you want to do?", ru: "что нужно сделать?")
  static let helpNone = Phrase(en: "No key does that here.", ru: "Здесь такой клавиши нет.")
}
