extension Phrase {
  static let expiry = Phrase(en: "What expires", ru: "Что сгорает")
  static let expiryWeek = Phrase(en: "Within a week: {points}", ru: "За неделю сгорят: {points}")
  static let expiryCalm = Phrase(
    en: "No points expire within a week", ru: "За неделю баллы не сгорят")
  static let expiryDays = Phrase(en: "The next 90 days", ru: "Ближайшие 90 дней")
  static let expiryWeekdays = Phrase(
    en: "Mo Tu We Th Fr Sa Su", ru: "Пн Вт Ср Чт Пт Сб Вс")
  static let expiryThisWeek = Phrase(en: "This week", ru: "За неделю")
  static let expiryThisMonth = Phrase(en: "Within a month", ru: "За месяц")
  static let expiryNext = Phrase(en: "Next three weeks", ru: "Следующие три недели")
  static let expiryLater = Phrase(en: "Later", ru: "Позже")
  static let expiryShort = Phrase(en: "90 days", ru: "90 дней")
  static let expiryNothing = Phrase(
    en: "Nothing ends in the next 90 days.", ru: "В ближайшие 90 дней ничего не закончится.")
  static let expiryOffer = Phrase(en: "offer ends", ru: "конец акции")
  static let expiryExport = Phrase(en: "To a calendar", ru: "В календарь")
  static let expiryFilePoints = Phrase(
    en: "{program}: {what} expire", ru: "{program}: сгорят {what}")
  static let expiryFileCoupon = Phrase(
    en: "{program}: last day of the coupon “{what}”",
    ru: "{program}: последний день купона «{what}»")
  static let expiryFileOffer = Phrase(
    en: "{program}: last day of “{what}”", ru: "{program}: последний день акции «{what}»")
  static let savingExpiryLead = Phrase(
    en: "A calendar file (.ics) of what ends in 90 days, with a reminder the day before.",
    ru: "Файл календаря (.ics): что закончится за 90 дней, с напоминанием за день.")
}
