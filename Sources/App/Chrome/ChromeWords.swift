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
  static let copyCode = Phrase(en: "Copy the number or code", ru: "Скопировать номер или код")
  static let copyWords = Phrase(en: "Copy words to share", ru: "Скопировать, чтобы поделиться")
  static let copied = Phrase(en: "Copied: {text}", ru: "Скопировано: {text}")
  static let copiedWords = Phrase(en: "Ready to paste: {text}", ru: "Можно вставить: {text}")
  static let copiedNothing = Phrase(en: "Nothing to copy here", ru: "Здесь нечего копировать")
  static let language = Phrase(en: "Русский", ru: "English")
  static let languageOfApp = Phrase(en: "Language", ru: "Язык")
  static let languageNow = Phrase(en: "English", ru: "Русский")
  static let languageAbout = Phrase(
    en: "All of the app, at once, wherever you are.", ru: "Весь текст сразу, где бы вы ни были.")
  static let switchIt = Phrase(en: "Switch", ru: "Сменить")
  static let theme = Phrase(en: "Theme", ru: "Тема")
  static let themeAbout = Phrase(
    en: "The program’s own colours, or yours, until the app is closed.",
    ru: "Цвета программы или ваши — до выхода из приложения.")
  static let themeOfBrand = Phrase(en: "the program’s", ru: "программы")
  static let themeDark = Phrase(en: "dark", ru: "тёмная")
  static let themeLight = Phrase(en: "light", ru: "светлая")
  static let themeHighContrast = Phrase(en: "high contrast", ru: "контрастная")
  static let redraw = Phrase(en: "Draw the screen anew", ru: "Перерисовать экран")
  static let helpAbout = Phrase(
    en: "Every key that does something here, to be searched.",
    ru: "Все клавиши, которые здесь что-то делают, с поиском.")
  static let logOut = Phrase(en: "Log out", ru: "Выйти из аккаунта")
  static let logOutAsk = Phrase(en: "Log out?", ru: "Выйти из аккаунта?")
  static let logOutLead = Phrase(
    en: "The account stays. To see it here again, log in with your number and a code.",
    ru: "Аккаунт останется. Чтобы снова увидеть его здесь, войдите по номеру телефона и коду.")
  static let submitForm = Phrase(en: "Save or send", ru: "Сохранить или отправить")
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
