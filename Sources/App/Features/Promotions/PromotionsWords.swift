import Loyalty

extension Phrase {
  static let promotions = Phrase(en: "Offers", ru: "Акции")
  static let noPromotions = Phrase(en: "No offers right now", ru: "Сейчас акций нет")
  static let promotionGone = Phrase(
    en: "This offer is no longer here.", ru: "Этой акции здесь больше нет.")
  static let promotionLeftDays = Phrase(en: "{days} left", ru: "ещё {days}")
  static let promotionLastDay = Phrase(en: "last day", ru: "последний день")
  static let promotionTomorrow = Phrase(en: "from tomorrow", ru: "с завтрашнего дня")
  static let promotionFrom = Phrase(en: "from {day}", ru: "с {day}")
  static let promotionEnded = Phrase(en: "ended", ru: "закончилась")
  static let promotionDone = Phrase(en: "done", ru: "выполнено")
  static let promotionIn = Phrase(en: "joined", ru: "участвуете")
  static let promotionGives = Phrase(en: "You get: {reward}", ru: "Вы получите: {reward}")
  static let promotionOf = Phrase(en: "{current} of {target}", ru: "{current} из {target}")
  static let promotionCompleted = Phrase(
    en: "Done on {day}; the bonus is yours.", ru: "Выполнено {day}, бонус у вас.")
  static let promotionAuto = Phrase(
    en: "You take part without joining.", ru: "Вы участвуете, присоединяться не нужно.")
  static let promotionPlaces = Phrase(en: "places left: {count}", ru: "осталось мест: {count}")
  static let promotionFull = Phrase(en: "no places left", ru: "мест больше нет")
  static let promotionJoin = Phrase(en: "Join", ru: "Участвовать")
  static let promotionLeave = Phrase(en: "Leave the offer", ru: "Выйти из акции")
  static let promotionWait = Phrase(en: "One moment…", ru: "Секунду…")
  static let promotionJoined = Phrase(
    en: "You have joined the offer.", ru: "Вы участвуете в акции.")
  static let promotionLeft = Phrase(en: "You have left the offer.", ru: "Вы вышли из акции.")
  static let promotionOffline = Phrase(
    en: "Joining and leaving need the network. Nothing has changed.",
    ru: "Присоединиться и выйти можно только при связи. Ничего не изменилось.")
  static let promotionLost = Phrase(
    en: "No answer came. Trying again does nothing twice.",
    ru: "Ответ не пришёл. Повтор ничего не сделает дважды.")
}

/// As they stand after "of".
extension Noun {
  static let ofPurchases = Noun(
    en: PluralForms(one: "{n} purchase", other: "{n} purchases"),
    ru: PluralForms(
      one: "{n} покупки", few: "{n} покупок", many: "{n} покупок", other: "{n} покупки")
  )
  static let ofDays = Noun(
    en: PluralForms(one: "{n} day", other: "{n} days"),
    ru: PluralForms(one: "{n} дня", few: "{n} дней", many: "{n} дней", other: "{n} дня"))
}

extension KeyedPhrase {
  static let noPromotionsHint = KeyedPhrase(
    en: "New ones will be here. A promo code can be entered with {enter}.",
    ru: "Новые появятся здесь. Промокод можно ввести клавишей {enter}.",
    keys: ["enter": Command.key(.promoCode(.show), on: .promotions)])
}
