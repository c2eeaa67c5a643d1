import Loyalty

extension Phrase {
  static let inbox = Phrase(en: "Messages", ru: "Сообщения")
  static let inboxEmpty = Phrase(en: "No messages yet", ru: "Сообщений пока нет")
  static let inboxEmptyHint = Phrase(
    en: "News of your balance, coupons and offers will be here.",
    ru: "Здесь будут новости о балансе, купонах и акциях.")
  static let inboxUnread = Phrase(en: "{count} new", ru: "новых: {count}")
  static let unread = Phrase(en: "new", ru: "новое")
  static let markAllRead = Phrase(en: "Mark all read", ru: "Прочитать все")
  static let preferences = Phrase(en: "What to send", ru: "Что присылать")
  static let preferencesLead = Phrase(
    en: "Messages are always here. Where else shall we send them?",
    ru: "Сообщения всегда остаются здесь. Куда ещё их присылать?")
  static let preferencesReach = Phrase(en: "Where they go", ru: "Куда придут")
  static let preferencesReachPush = Phrase(
    en: "the app on your phone", ru: "приложение на телефоне")
  static let preferencesNoEmail = Phrase(
    en: "no address yet", ru: "адреса пока нет")
  static let channelPush = Phrase(en: "Push", ru: "Push")
  static let channelEmail = Phrase(en: "E-mail", ru: "Почта")
  static let channelSMS = Phrase(en: "SMS", ru: "SMS")
  static let switchedOn = Phrase(en: "on", ru: "вкл")
  static let switchedOff = Phrase(en: "off", ru: "выкл")
  static let messageGone = Phrase(
    en: "This message is no longer here.", ru: "Этого сообщения здесь больше нет.")
  static let openSection = Phrase(en: "Open “{section}”", ru: "Открыть «{section}»")
  static let openReward = Phrase(en: "Show the reward", ru: "Показать награду")
  static let openShop = Phrase(en: "Show the store", ru: "Показать адрес")
}
