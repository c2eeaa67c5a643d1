extension Phrase {
  static let accounts = Phrase(en: "Accounts", ru: "Аккаунты")
  static let accountAdd = Phrase(en: "Add", ru: "Добавить")
  static let accountRemove = Phrase(en: "Remove", ru: "Удалить")
  static let accountRemoveYes = Phrase(en: "Yes, remove", ru: "Да, удалить")
  static let accountRemoveAsk = Phrase(
    en: "Remove {name} from this device?", ru: "Удалить «{name}» с этого устройства?")
  static let accountOpening = Phrase(en: "Opening {name}…", ru: "Открываем «{name}»…")
  static let accountRemoving = Phrase(en: "Removing {name}…", ru: "Удаляем «{name}»…")
  static let accountCurrent = Phrase(en: "current", ru: "текущий")
  static let accountSignedOut = Phrase(en: "not logged in", ru: "вход не выполнен")
  static let accountAddress = Phrase(en: "Address", ru: "Адрес")
  static let accountAddressHint = Phrase(
    en: "https://loyalty.example.com", ru: "https://loyalty.example.com")
  static let accountAddHint = Phrase(
    en: "The address of the program’s server, as the business gave it to you.",
    ru: "Адрес сервера программы: его сообщает сама компания.")
  static let accountInvalid = Phrase(
    en: "This is no address. It begins with https://, like https://loyalty.example.com.",
    ru: "Это не адрес. Он начинается с https://, например https://loyalty.example.com.")
  static let accountClear = Phrase(
    en: "With http:// everybody on the way reads what is sent. Use https://, or start with "
      + "--insecure-http.",
    ru: "С http:// по дороге всё читают. Нужен https:// — или запуск с --insecure-http.")
  static let accountMixed = Phrase(
    en: "The name mixes letters of two alphabets that look alike.",
    ru: "В имени смешаны похожие буквы двух алфавитов.")
  static let accountKnown = Phrase(
    en: "This account is in the list already.", ru: "Этот аккаунт уже есть в списке.")
  static let accountIsCurrent = Phrase(
    en: "This account is open. Open another one before you remove it.",
    ru: "Этот аккаунт открыт. Чтобы удалить его, сначала откройте другой.")
  static let accountsNotKept = Phrase(
    en: "The list of accounts cannot be kept. {reason}",
    ru: "Список аккаунтов не сохраняется. {reason}")
  static let accountsSetAside = Phrase(
    en: "The list of accounts could not be read. It stands aside as {name}; nothing else is lost.",
    ru: "Список аккаунтов не читается. Он сохранён как {name}, остальное на месте.")
}
