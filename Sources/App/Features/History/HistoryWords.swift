import Loyalty

extension Phrase {
  static let trend = Phrase(en: "Balance of 90 days", ru: "Баланс за 90 дней")
  static let trendLimits = Phrase(en: "{low}–{high}", ru: "{low}–{high}")
  static let trendLimitsBelowZero = Phrase(en: "{low} to {high}", ru: "от {low} до {high}")
  static let historyCount = Phrase(en: "latest {count}", ru: "последние {count}")
  static let search = Phrase(en: "Search", ru: "Поиск")
  static let searchHint = Phrase(en: "What or where", ru: "Название или место")
  static let filter = Phrase(en: "Filter", ru: "Фильтр")
  static let filterAll = Phrase(en: "all entries", ru: "все операции")
  static let filterEarned = Phrase(en: "earned only", ru: "только начисления")
  static let filterSpent = Phrase(en: "spent only", ru: "только списания")
  static let nothingFound = Phrase(en: "Nothing found", ru: "Ничего не нашлось")
  static let loadingMore = Phrase(en: "Loading older entries…", ru: "Загружаем более ранние…")
  static let entryEarn = Phrase(en: "Purchase", ru: "Покупка")
  static let entrySpend = Phrase(en: "Spent", ru: "Списание")
  static let entryExpire = Phrase(en: "Expired", ru: "Сгорание")
  static let entryReturn = Phrase(en: "Return", ru: "Возврат")
  static let entryAdjust = Phrase(en: "Correction", ru: "Корректировка")
  static let entryBonus = Phrase(en: "Bonus", ru: "Бонус")
  static let entryReversed = Phrase(
    en: "Taken back: {title}, {day}", ru: "Возвращено: {title}, {day}")
  static let entryReturned = Phrase(
    en: "Taken back: {points}, {day}", ru: "Возвращено: {points}, {day}")
  static let previousMonth = Phrase(en: "Month before", ru: "Месяц раньше")
  static let nextMonth = Phrase(en: "Month after", ru: "Месяц позже")
  static let onlyThisShop = Phrase(en: "Only this store", ru: "Только этот адрес")
  static let allShops = Phrase(en: "All stores", ru: "Все адреса")
  static let historyExport = Phrase(en: "History as CSV", ru: "История в CSV")
  static let receiptNumber = Phrase(en: "receipt {number}", ru: "чек {number}")
  static let receiptSum = Phrase(en: "Total", ru: "Итого")
  static let receiptRate = Phrase(en: "1 for each {money}", ru: "1 за каждые {money}")
  static let receiptCoupon = Phrase(en: "Coupon: {title}", ru: "Купон: {title}")
  static let receiptBalance = Phrase(en: "Balance after it", ru: "Баланс после")
  static let entryOther = Phrase(en: "Other", ru: "Другое")
}

extension Phrasebook {
  /// Names as they stand alone: "Ноябрь", "November".
  var monthNames: [String] {
    language == .russian
      ? [
        "Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь",
        "Октябрь", "Ноябрь", "Декабрь",
      ]
      : [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
  }
}

extension KeyedPhrase {
  static let nothingInMonthHint = KeyedPhrase(
    en: "{earlier} shows the month before, {back} all of it.",
    ru: "{earlier} — месяц раньше, {back} — вся история.",
    keys: [
      "earlier": Command.key(.history(.previousMonth), on: .history), "back": Command.key(.back),
    ])
  static let nothingFoundHint = KeyedPhrase(
    en: "{back} shows all of it again.", ru: "{back} снова покажет всё.",
    keys: ["back": Command.key(.back)])
}
