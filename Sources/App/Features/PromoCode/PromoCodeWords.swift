extension Phrase {
  static let promoCode = Phrase(en: "Promo code", ru: "Промокод")
  static let promoCodeField = Phrase(en: "Code", ru: "Код")
  static let promoCodeHint = Phrase(
    en: "Capital and small letters are the same.", ru: "Большие и маленькие буквы равны.")
  static let promoCodeSubmit = Phrase(en: "Apply", ru: "Применить")
  static let promoCodeEmpty = Phrase(en: "Enter the code first.", ru: "Сначала введите код.")
  static let promoCodeOffline = Phrase(
    en: "A code can be applied only online. It stays here.",
    ru: "Применить код можно только при связи. Он останется здесь.")
  static let promoCodeLost = Phrase(
    en: "No answer came. Applying it again gives nothing twice.",
    ru: "Ответ не пришёл. Повтор не применит код дважды.")
  static let promoCodeGave = Phrase(
    en: "The code is applied: {gift}.", ru: "Промокод применён: {gift}.")
}
