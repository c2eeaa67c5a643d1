/// What the lines of the menu are for, where their names alone do not say.
extension Phrase {
  static let inboxAbout = Phrase(
    en: "What the program has written to you.", ru: "Что вам написала программа.")
  static let walletAbout = Phrase(
    en: "Cards of other businesses. They stay on this machine.",
    ru: "Карты других компаний. Они остаются на этой машине.")
  static let profileAbout = Phrase(
    en: "Your name and consents, where you are signed in, and your data as a file.",
    ru: "Имя и согласия, где выполнен вход, и ваши данные файлом.")
  static let shopsAbout = Phrase(
    en: "Where to go, how far it is, and until when it is open.",
    ru: "Куда зайти, далеко ли и до какого часа открыто.")
  static let referralAbout = Phrase(
    en: "Your code for a friend. When it is used, both of you get points.",
    ru: "Ваш код для друга. Баллы получите оба, когда он им воспользуется.")
  static let tierAbout = Phrase(
    en: "What your level gives, and how far the next one is.",
    ru: "Что даёт ваш уровень и сколько осталось до следующего.")
  static let explanationAbout = Phrase(
    en: "Which points came when, and when each of them is lost.",
    ru: "Какие баллы когда пришли и когда сгорят.")
  static let stampsAbout = Phrase(
    en: "Collect stamps, and the next one is free.", ru: "Соберите штампы, и следующий — бесплатно."
  )
  static let promoCodeAbout = Phrase(
    en: "A code from a leaflet, a letter or a friend becomes points or a coupon.",
    ru: "Код с листовки, из письма или от друга станет баллами или купоном.")
  static let promoCodeWay = Phrase(en: "Enter a code", ru: "Ввести код")
  static let draftsAbout = Phrase(
    en: "What members read in the app: write it, look at it, publish it.",
    ru: "Что участники читают в приложении: напишите, посмотрите, опубликуйте.")
  static let accountsAbout = Phrase(
    en: "The programs that you take part in on this machine.",
    ru: "Программы, в которых вы участвуете на этой машине.")
}
