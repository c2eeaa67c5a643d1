extension Phrase {
  static let accounts = Phrase(en: "Accounts", ru: "Аккаунты")
  static let accountAdd = Phrase(en: "Add", ru: "Добавить")
  static let accountRemove = Phrase(en: "Remove", ru: "Удалить")
  static let accountRemoveYes = Phrase(en: "Yes, remove", ru: "Да, удалить")
  static let accountRemoveAsk = Phrase(
    en: "Remove {name} from this device?", ru: "Удалить «{name}» с этого устройства?")
  static let accountOpening = Phrase(en: "Opening {name}…", ru: "Открываем «{name}»…")
  static let accountRemoving = Phrase(en: "Removing {name}…", ru: "Удаляем «{name}»…")
  static let accountBalance = Phrase(en: "Balance", ru: "Баланс")
  static let accountGo = Phrase(en: "Go to it", ru: "Перейти")
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
  static let accountEmpty = Phrase(
    en: "Enter the address, like https://loyalty.example.com.",
    ru: "Введите адрес, например https://loyalty.example.com.")
  static let accountScheme = Phrase(
    en: "An address begins with https://, like https://loyalty.example.com.",
    ru: "Адрес начинается с https://, например https://loyalty.example.com.")
  static let accountHost = Phrase(
    en: "The address names no server that can be: check what stands after https://.",
    ru: "В адресе нет имени сервера или такого быть не может: проверьте, что стоит после https://.")
  static let accountPort = Phrase(
    en: "The port, after the colon, is a number from 1 to 65535.",
    ru: "Порт, после двоеточия, — число от 1 до 65535.")
  static let accountCredentials = Phrase(
    en: "An address holds no user name and no password: leave them out, you log in afterwards.",
    ru: "В адресе не бывает имени пользователя и пароля: уберите их, вход будет потом.")
  static let accountQuery = Phrase(
    en: "An address of a server ends before “?” and “#”: leave out the rest.",
    ru: "Адрес сервера кончается до «?» и «#»: уберите остальное.")
  static let accountCharacter = Phrase(
    en: "The address holds a space or another character that addresses do not have.",
    ru: "В адресе есть пробел или другой знак, которого в адресах нет.")
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

extension KeyedPhrase {
  static let inTheClear = KeyedPhrase(
    en:
      "{origin} is asked without encryption, as you once allowed: everybody on the way can read "
      + "and change what is sent. {accounts}, {remove} takes that back.",
    ru:
      "С {origin} связь без шифрования, как вы когда-то разрешили: по дороге всё могут прочитать "
      + "и изменить. Отменить: {accounts}, {remove}.",
    keys: [
      "accounts": Command.key(.accounts(.show)),
      "remove": Command.key(.accounts(.remove), on: .accounts),
    ])
}
