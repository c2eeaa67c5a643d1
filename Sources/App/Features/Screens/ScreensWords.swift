extension Phrase {
  static let screenMore = Phrase(en: "More", ru: "Подробнее")
  static let screenGone = Phrase(
    en: "This screen is no longer here", ru: "Этого экрана больше нет")
  static let screenTargetGone = Phrase(
    en: "What this leads to is no longer here", ru: "Того, куда ведёт ссылка, больше нет")
  static let screenContacts = Phrase(en: "Ask us: {contacts}", ru: "Спросите нас: {contacts}")
  static let screenLogIn = Phrase(
    en: "Log in to see what is yours", ru: "Войдите, чтобы увидеть своё")
  static let screenNoCoupons = Phrase(en: "No coupons now", ru: "Сейчас купонов нет")
  static let screenNoShops = Phrase(en: "No stores yet", ru: "Магазинов пока нет")
  static let screenUnknownBlock = Phrase(
    en: "Block “{type}”: this version cannot show it",
    ru: "Блок «{type}»: эта версия не умеет его показывать")
}
