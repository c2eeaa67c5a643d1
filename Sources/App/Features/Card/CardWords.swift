extension Phrase {
  static let oneTimeCode = Phrase(
    en: "One-time code · {time} left", ru: "Одноразовый код · ещё {time}")
  static let plainCard = Phrase(en: "Plain card", ru: "Обычная карта")
  static let plainCardWaiting = Phrase(
    en: "Plain card · asking for a one-time code…",
    ru: "Обычная карта · запрашиваем одноразовый код…")
  static let plainCardOffline = Phrase(
    en: "Plain card · no one-time code without a connection",
    ru: "Обычная карта · без связи нет одноразового кода")
  static let larger = Phrase(en: "Larger", ru: "Крупнее")
  static let smaller = Phrase(en: "Smaller", ru: "Мельче")
  static let swapInk = Phrase(en: "Swap black and white", ru: "Поменять чёрное и белое")
  static let fit = Phrase(en: "Fit", ru: "По размеру")
  static let zoomed = Phrase(
    en: "Size {zoom} of {most} · 0 to fit", ru: "Размер {zoom} из {most} · 0 — по размеру")
}

extension KeyedPhrase {
  static let inkSwapped = KeyedPhrase(
    en: "White on black · {swap} to swap back",
    ru: "Белым по чёрному · {swap} — обратно",
    keys: ["swap": Command.key(.card(.swapInk), on: .card)])
}
