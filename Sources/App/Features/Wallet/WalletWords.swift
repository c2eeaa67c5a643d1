import Loyalty

extension Phrase {
  static let walletStorage = Phrase(
    en: "Nothing was done with the wallet. {reason}",
    ru: "С кошельком ничего не сделано. {reason}")
  static let wallet = Phrase(en: "My cards", ru: "Мои карты")
  static let walletEmpty = Phrase(en: "No cards yet", ru: "Карт пока нет")
  static let walletAllArchived = Phrase(en: "All cards are archived", ru: "Все карты в архиве")
  static let walletEmptyHint = Phrase(
    en:
      "Cards of other shops with their codes for the till: they work without a network and stay "
      + "on this device.",
    ru:
      "Карты других магазинов с кодами для кассы: работают и без сети, хранятся только на этом "
      + "устройстве.")
  static let walletFront = Phrase(en: "front", ru: "лицевая сторона")
  static let walletBack = Phrase(en: "back", ru: "оборот")
  static let walletWayNumber = Phrase(en: "By its number", ru: "По номеру")
  static let walletWayNumberNote = Phrase(
    en: "the code is drawn as you type", ru: "код появится, пока вы вводите")
  static let walletWayApp = Phrase(en: "From Catima", ru: "Из Catima")
  static let walletWayAppNote = Phrase(en: "a zip or a CSV file", ru: "архив zip или файл CSV")
  static let walletWayPass = Phrase(en: "From a pass", ru: "Из пропуска")
  static let walletWayPassNote = Phrase(
    en: "a .pkpass file, as for a phone", ru: "файл .pkpass, как для телефона")
  static let walletAdd = Phrase(en: "Add", ru: "Новая")
  static let walletSearch = Phrase(en: "Search", ru: "Поиск")
  static let walletSearchHint = Phrase(
    en: "Name, number, note, group", ru: "Название, номер, заметка, группа")
  static let walletFilter = Phrase(en: "Groups", ru: "Группы")
  static let walletOrder = Phrase(en: "Order", ru: "Порядок")
  static let walletRead = Phrase(en: "Import", ru: "Импорт")
  static let walletWrite = Phrase(en: "Export", ru: "Экспорт")
  static let walletArchived = Phrase(en: "Archived", ru: "Архив")
  static let walletByName = Phrase(en: "by name", ru: "по названию")
  static let walletFavourites = Phrase(en: "Starred", ru: "Со звездой")
  static let walletRecent = Phrase(en: "Recent", ru: "Недавние")
  static let walletOthers = Phrase(en: "Others", ru: "Остальные")
  static let walletIsOver = Phrase(en: "ended", ru: "истекла")
  static let walletByExpiry = Phrase(en: "by expiry", ru: "по сроку")
  static let walletLarge = Phrase(en: "Large", ru: "Крупно")
  static let walletEdit = Phrase(en: "Edit", ru: "Правка")
  static let walletStar = Phrase(en: "Star", ru: "Звезда")
  static let walletUnstar = Phrase(en: "Unstar", ru: "Без звезды")
  static let walletArchive = Phrase(en: "Archive", ru: "В архив")
  static let walletUnarchive = Phrase(en: "Take back", ru: "Вернуть")
  static let walletDelete = Phrase(en: "Delete", ru: "Удалить")
  static let walletStarred = Phrase(en: "starred", ru: "со звездой")
  static let walletFrom = Phrase(en: "from {day}", ru: "с {day}")
  static let walletUntil = Phrase(en: "until {day}", ru: "до {day}")
  static let walletOver = Phrase(en: "ended {day}", ru: "истекла {day}")
  static let walletGone = Phrase(
    en: "This card is no longer here.", ru: "Этой карты здесь больше нет.")
  static let walletNotKept = Phrase(
    en: "The card was not kept: it is gone, or the wallet is full.",
    ru: "Карта не сохранена: её уже нет, или места больше нет.")
  static let walletKept = Phrase(en: "The card is kept.", ru: "Карта сохранена.")
  static let walletRebuilt = Phrase(
    en: "The wallet was damaged. It is kept as {name}; what could be saved of it is here.",
    ru: "Файл карт повреждён. Он сохранён как {name}; карты, которые удалось спасти, — здесь.")
  static let walletWasGone = Phrase(
    en: "The wallet was missing or empty. These cards come from its copy, {name}.",
    ru: "Файла карт не было, или он был пуст. Карты взяты из его копии: {name}.")
  static let walletUnreadable = Phrase(
    en: "This code cannot be drawn here. The number can be typed in.",
    ru: "Этот код здесь не рисуется. Номер можно ввести вручную.")
  static let walletWithoutCode = Phrase(
    en: "This card has no code. The number can be typed in.",
    ru: "У этой карты нет кода. Номер можно ввести вручную.")
  static let walletAskDelete = Phrase(
    en: "Delete “{name}” for good? Archiving only hides it.",
    ru: "Удалить «{name}» навсегда? Архив только скрывает карту.")
  static let walletKeep = Phrase(en: "Keep it", ru: "Оставить")
  static let walletExpiryLabel = Phrase(en: "Valid", ru: "Действует")
  static let walletLastUsed = Phrase(en: "Last used", ru: "Показана")
}

/// The forms.
extension Phrase {
  static let walletNew = Phrase(en: "New card", ru: "Новая карта")
  static let walletChange = Phrase(en: "Edit card", ru: "Правка карты")
  static let walletSave = Phrase(en: "Save", ru: "Сохранить")
  static let walletName = Phrase(en: "Name", ru: "Название")
  static let walletNumber = Phrase(en: "Number", ru: "Номер")
  static let walletKind = Phrase(en: "Code", ru: "Код")
  static let walletNoKind = Phrase(en: "no code", ru: "без кода")
  static let walletValue = Phrase(en: "Code holds", ru: "В коде")
  static let walletValueHint = Phrase(en: "the number", ru: "номер")
  static let walletBalance = Phrase(en: "Balance", ru: "Остаток")
  static let walletExpiry = Phrase(en: "Until", ru: "Действует до")
  static let walletExpiryHint = Phrase(en: "2027-12-31", ru: "31.12.2027")
  static let walletGroups = Phrase(en: "Groups", ru: "Группы")
  static let walletGroupsHint = Phrase(en: "food, clothes", ru: "еда, одежда")
  static let walletNote = Phrase(en: "Note", ru: "Заметка")
  static let walletPreviewHint = Phrase(
    en: "The code appears here while the number is typed.",
    ru: "Здесь появится код, пока вы вводите номер.")
  static let walletPreviewLarge = Phrase(
    en: "{kind}: too large to be previewed here.", ru: "{kind}: для показа здесь мало места.")
  static let walletNameNeeded = Phrase(en: "Enter a name.", ru: "Введите название.")
  static let walletNumberNeeded = Phrase(en: "Enter the number.", ru: "Введите номер.")
  static let walletTwice = Phrase(en: "You have this card already.", ru: "Эта карта уже есть.")
  static let walletTooLong = Phrase(en: "Too long for {kind}.", ru: "Слишком длинно для {kind}.")
  static let walletCharacter = Phrase(
    en: "{kind} cannot hold “{character}”.", ru: "{kind} не передаёт «{character}».")
  static let walletDigits = Phrase(
    en: "{kind} has {expected} digits, here are {found}.",
    ru: "В {kind} цифр: {expected}, а здесь {found}.")
  static let walletCheckDigit = Phrase(
    en: "A digit is mistyped: the last one should be {expected}, not {found}.",
    ru: "Опечатка в цифрах: последняя должна быть {expected}, а не {found}.")
  static let walletUnfit = Phrase(en: "{kind} cannot hold this.", ru: "{kind} такое не передаёт.")
  static let walletBalanceWrong = Phrase(
    en: "A number, and a currency if any: 12.50 EUR.", ru: "Число и, если нужно, валюта: 150 RUB.")
  static let walletExpiryWrong = Phrase(
    en: "A day like 2027-12-31 or 31 Dec 2027.", ru: "День в виде 31.12.2027 или 31 дек 2027.")
  static let walletPath = Phrase(en: "File", ru: "Файл")
  static let walletReadHint = Phrase(en: "~/catima.zip", ru: "~/catima.zip")
  static let walletPassword = Phrase(en: "Password", ru: "Пароль")
  static let walletPasswordHint = Phrase(en: "if it has one", ru: "если нужен")
  static let walletPathNeeded = Phrase(en: "Enter the file's path.", ru: "Введите путь к файлу.")
  static let walletReadTitle = Phrase(en: "Import cards", ru: "Импорт карт")
  static let walletReadLead = Phrase(
    en: "Catima's zip or CSV, or a pass. What is left out is named.",
    ru: "Архив или CSV Catima, пропуск. Что не взято, будет названо.")
  static let walletReadNow = Phrase(en: "Import", ru: "Импортировать")
  static let walletWriteTitle = Phrase(en: "Export cards", ru: "Экспорт карт")
  static let walletWriteLead = Phrase(
    en: "A zip that Catima reads. Without a password anyone with the file can read it.",
    ru: "Архив для Catima. Без пароля его прочтёт любой, у кого есть файл.")
  static let walletWriteNow = Phrase(en: "Export", ru: "Экспортировать")
  static let walletNothingToWrite = Phrase(
    en: "There are no cards to export.", ru: "Нет карт для экспорта.")
}

extension KeyedPhrase {
  static let walletAllArchivedHint = KeyedPhrase(
    en: "{filter} shows them, {add} adds a new one.",
    ru: "{filter} — показать их, {add} — добавить новую.",
    keys: [
      "filter": Command.key(.wallet(.nextFilter), on: WalletSheet.list.surface),
      "add": Command.key(.wallet(.add), on: WalletSheet.list.surface),
    ])
  static let walletNone = KeyedPhrase(
    en: "No card fits. {back} shows all of them.",
    ru: "Ничего не найдено. {back} покажет все карты.",
    keys: ["back": Command.key(.back)])
  static let walletShowLarge = KeyedPhrase(
    en: "{large} shows it on the whole screen",
    ru: "{large} — на весь экран",
    keys: ["large": Command.key(.wallet(.showLarge), on: WalletSheet.card(.init("")).surface)])
}
