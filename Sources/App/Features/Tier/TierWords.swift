extension Phrase {
  static let tier = Phrase(en: "Tier", ru: "Уровень")
  static let tierToNext = Phrase(en: "{points} more to {tier}", ru: "ещё {points} до «{tier}»")
  static let tierTop = Phrase(en: "the highest tier", ru: "высший уровень")
  static let tierEarned = Phrase(en: "{points} since {day}", ru: "{points} с {day}")
  static let tierKeep = Phrase(
    en: "Keep it: {points} more by {day}",
    ru: "Удержать: {points} до {day}")
  static let tierKept = Phrase(en: "It stays with you", ru: "Он остаётся с вами")
  static let tierFrom = Phrase(en: "from {points}", ru: "от {points}")
  static let noTiers = Phrase(en: "There are no tiers here", ru: "Уровней здесь нет")
  static let whatIf = Phrase(en: "What if I earn more", ru: "А если заработать ещё")
  static let whatIfHint = Phrase(en: "Choose how many", ru: "Выберите сколько")
  static let whatIfOffline = Phrase(
    en: "Offline: only the server can tell",
    ru: "Нет связи: это считает сервер")
}
