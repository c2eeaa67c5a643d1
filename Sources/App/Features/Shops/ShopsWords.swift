import Loyalty

extension Phrase {
  static let shops = Phrase(en: "Stores", ru: "Адреса")
  static let shopsEmpty = Phrase(en: "No stores yet", ru: "Адресов пока нет")
  static let shopsEmptyHint = Phrase(
    en: "Where the program is at home will be here.",
    ru: "Здесь появятся адреса, где действует программа.")
  static let shopsSearch = Phrase(en: "Search", ru: "Поиск")
  static let shopsSearchHint = Phrase(en: "Name, address, city", ru: "Название, адрес, город")
  static let openNow = Phrase(en: "Open now", ru: "Открыты сейчас")
  static let chooseOrigin = Phrase(en: "Where I am", ru: "Где я")
  static let originLead = Phrase(
    en: "Distances are counted from here, as the crow flies.",
    ru: "Отсюда считаем расстояния по прямой.")
  static let originHere = Phrase(en: "Count distances from here", ru: "Считать расстояния отсюда")
  static let shopsFrom = Phrase(en: "Stores: {place}", ru: "Адреса: {place}")
  static let isOpen = Phrase(en: "open", ru: "открыто")
  static let isOpenAlways = Phrase(en: "around the clock", ru: "круглосуточно")
  static let isOpenUntil = Phrase(en: "until {time}", ru: "до {time}")
  static let opensAt = Phrase(en: "opens {time}", ru: "откроется {time}")
  static let opensIn = Phrase(en: "{day} {time}", ru: "{day} {time}")
  static let isClosed = Phrase(en: "closed", ru: "закрыто")
  static let tomorrow = Phrase(en: "tomorrow", ru: "завтра")
  static let hoursUnknown = Phrase(en: "hours not known", ru: "часы неизвестны")
  static let hoursTitle = Phrase(en: "Hours", ru: "Часы работы")
  static let hoursLocal = Phrase(en: "Hours, local time", ru: "Часы работы, время местное")
  static let specialDays = Phrase(en: "Special days", ru: "Особые дни")
  static let shopGone = Phrase(
    en: "This store is no longer here.", ru: "Этого адреса здесь больше нет.")
  static let metres = Phrase(en: "{n} m", ru: "{n} м")
  static let kilometres = Phrase(en: "{n} km", ru: "{n} км")
  static let serviceWifi = Phrase(en: "Wi-Fi", ru: "Wi-Fi")
  static let serviceBreakfast = Phrase(en: "breakfast", ru: "завтраки")
  static let serviceBeans = Phrase(en: "beans", ru: "зерно")
  static let serviceTerrace = Phrase(en: "terrace", ru: "веранда")
  static let serviceParking = Phrase(en: "parking", ru: "парковка")
  static let serviceStepFree = Phrase(en: "step-free", ru: "без ступеней")
  static let weekdays = [
    Phrase(en: "Mon", ru: "пн"), Phrase(en: "Tue", ru: "вт"), Phrase(en: "Wed", ru: "ср"),
    Phrase(en: "Thu", ru: "чт"), Phrase(en: "Fri", ru: "пт"), Phrase(en: "Sat", ru: "сб"),
    Phrase(en: "Sun", ru: "вс"),
  ]
}

extension KeyedPhrase {
  static let shopsClosed = KeyedPhrase(
    en: "No store is open now. {open} shows the closed ones too.",
    ru: "Сейчас все адреса закрыты. {open} — показать и закрытые.",
    keys: ["open": Command.key(.shops(.filterOpen), on: .shops)])
  static let shopsNone = KeyedPhrase(
    en: "No store fits. {back} shows all of them.",
    ru: "Ничего не найдено. {back} покажет все адреса.",
    keys: ["back": Command.key(.back)])
}
