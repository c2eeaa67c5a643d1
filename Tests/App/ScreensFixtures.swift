import App
import Content
import Loyalty

extension Fixture {
  static let screens = ScreensContents(screens: [news, page, ring], confirmedAt: now)

  /// An editor of content.
  static var editorHome: HomeContents {
    var home = home
    home.member?.roles = [.member, .editor]
    return home
  }

  static func block(
    _ id: String, _ kind: Block.Kind, _ english: String = "", _ russian: String = "",
    _ props: [String: JSONValue] = [:]
  ) -> Block {
    let texts = ["en": english, "ru": russian].filter { !$0.value.isEmpty }
    return Block(id: .init(id), kind, text: LocalizedText(texts), props: props)
  }

  private static func words(_ english: String, _ russian: String) -> JSONValue {
    ["en": .string(english), "ru": .string(russian)]
  }

  private static let news = Screen(
    slug: "news", tab: .init(.bar, position: 400),
    title: [.english: "News", .russian: "Новости"],
    blocks: [
      block("title", .heading, "Winter at Zerna", "Зима в «Зёрнах»", ["level": 1]),
      block(
        "text", .paragraph,
        "**New beans** are here: *Ethiopia Guji*. [All about it](screen:page) in one place.",
        "**Новое зерно**: *Эфиопия Гуджи*. [Всё о нём](screen:page) в одном месте."),
      block(
        "menu", .banner, "Cocoa, raf and berry tea until the end of February.",
        "Какао, раф и чай с ягодами до конца февраля.",
        [
          "title": words("The winter menu", "Зимнее меню"), "style": "offer",
          "action": BlockAction(.screen, "page").value,
        ]),
      block(
        "count", .countdown, "Until the tasting", "До дегустации",
        ["to": .string(now.adding(seconds: 2 * 86_400 + 3600).rfc3339)]),
      unknown,
      block("offers", .promotions, "Offers", "Акции", ["limit": 2]),
      block("gifts", .rewards, "Rewards", "Награды", ["limit": 2]),
    ])

  private static var unknown: Block {
    var unknown = block("carousel", .init(rawValue: "carousel"))
    unknown.members["fallback"] = words("Pictures are on your phone.", "Картинки — в телефоне.")
    return unknown
  }

  /// With all that `news` has not.
  private static let page = Screen(
    slug: "page", tab: .init(.more, position: 10),
    title: [.english: "About the program", .russian: "О программе"],
    blocks: [
      block("balance", .balance), block("tier", .tierProgress), block("card", .card),
      block(
        "picture", .image, "Our roastery", "Наша обжарка",
        ["url": "https://a.example/1.jpg", "alt": words("A roasting drum", "Ростер")]),
      block(
        "steps", .list, "Show your card\nGet points\nTake a reward",
        "Покажите карту\nПолучите баллы\nВозьмите награду", ["style": "number"]),
      block(
        "faq", .faq, "When do points arrive?", "Когда приходят баллы?",
        ["answer": words("After *two days*.", "Через *два дня*.")]),
      block(
        "warning", .banner, "Points expire after 180 days.", "Баллы сгорают через 180 дней.",
        ["style": "warning"]),
      block("coupons", .coupons, "Coupons", "Купоны"), block("line", .divider),
      block("stores", .shops, "Stores", "Магазины", ["limit": 2]),
      unknown,
      block(
        "call", .button, "Call us", "Позвонить", ["action": BlockAction(.phone, "+7 495").value]),
      block(
        "round", .button, "Round", "По кругу",
        ["action": BlockAction(.screen, "ring").value, "style": "secondary"]),
    ])

  /// Leads back.
  private static let ring = Screen(
    slug: "ring", title: [.english: "Ring"],
    blocks: [
      block("round", .button, "Round", "", ["action": BlockAction(.screen, "page").value])
    ])
}
