import Content
import Loyalty

extension CoffeeScreens {
  /// A section of the bar, with what is for some only and what an older client does not know.
  var news: Screen {
    Screen(
      slug: "news", tab: .init(.bar, position: 400),
      title: [.russian: "Новости", .english: "News"],
      blocks: [
        .seed("title", .heading, ru: "Зима в «Зёрнах»", en: "Winter at Zerna", ["level": 1]),
        .seed(
          "beans", .paragraph,
          ru: "Привезли **Эфиопию Гуджи**: чёрная смородина, бергамот и мёд. "
            + "Попробуйте в воронке или возьмите зерно домой.",
          en: "**Ethiopia Guji** has arrived: blackcurrant, bergamot and honey. "
            + "Have it as a pour-over or take the beans home."),
        .seed(
          "menu", .banner,
          ru: "Какао с облепихой, имбирный раф и горячий чай с ягодами — до конца февраля.",
          en: "Cocoa with sea buckthorn, ginger raf and hot berry tea — until the end of February.",
          [
            "title": .words(ru: "Зимнее меню", en: "The winter menu"), "style": "offer",
            "action": .action(.screen, "winter"),
          ]),
        .seed(
          "countdown", .countdown, ru: "До дегустации новой обжарки",
          en: "Until the tasting of the new roast",
          [
            "to": .moment(now.adding(days: 5).adding(seconds: 7 * 3600)),
            "done": .words(ru: "Дегустация началась", en: "The tasting has begun"),
          ]),
        carousel,
        .seed(
          "regulars", .banner, ru: "Для тех, кто с нами давно: второй эспрессо за полцены.",
          en: "For our regulars: the second espresso at half price.", ["style": "info"]
        ).shown(["segments": ["regulars"]]),
        .seed(
          "gold", .paragraph, ru: "Для *золота* и *платины*: напиток без очереди.",
          en: "For *gold* and *platinum*: skip the line."
        ).shown(["tiers": ["tier_gold", "tier_platinum"]]),
        .seed("moscow", .paragraph, ru: "В Москве мы открыты и 1 января.").shown([
          "locales": ["ru"]
        ]),
        .seed(
          "week", .paragraph, ru: "Всю неделю — бесплатный сироп.",
          en: "All week long: free syrup."
        ).shown([
          "from": .moment(now.adding(days: -2)), "to": .moment(now.adding(days: 5)),
        ]),
        .seed("offers", .promotions, ru: "Акции", en: "Offers", ["limit": 3]),
        .seed("gifts", .rewards, ru: "На что потратить баллы", en: "What points buy", ["limit": 3]),
        .seed("line", .divider),
        .seed(
          "more", .button, ru: "О программе", en: "About the program",
          ["action": .action(.screen, "about")]),
      ])
  }

  /// Of a newer program, with what stands for it in this one.
  private var carousel: Block {
    var block = Block.seed(
      "pictures", .init(rawValue: "carousel"),
      ["pictures": ["https://zerna.example/1.jpg", "https://zerna.example/2.jpg"]])
    block.members["fallback"] = .words(
      ru: "Фотографии новых кофеен — в приложении на телефоне.",
      en: "Photos of our new coffee shops are in the app on your phone.")
    return block
  }

  var winter: Screen {
    Screen(
      slug: "winter", title: [.russian: "Зимнее меню", .english: "The winter menu"],
      blocks: [
        .seed(
          "picture", .image,
          [
            "url": "https://zerna.example/winter.jpg",
            "alt": .words(
              ru: "Кружка какао с облепихой на деревянном столе",
              en: "A mug of cocoa with sea buckthorn on a wooden table"),
          ]),
        .seed(
          "drinks", .list,
          ru: "Какао с облепихой — 320 ₽\nИмбирный раф — 350 ₽\nЧай с ягодами — 280 ₽",
          en: "Cocoa with sea buckthorn — 320 ₽\nGinger raf — 350 ₽\nBerry tea — 280 ₽",
          ["style": "bullet"]),
        .seed(
          "gift", .button, ru: "Капучино за баллы", en: "A cappuccino for points",
          ["action": .action(.reward, "rew_cappuccino"), "style": "primary"]),
        .seed(
          "cups", .button, ru: "Акция «Пять чашек»", en: "The offer “Five cups”",
          ["action": .action(.promotion, "prm_five_coffees"), "style": "secondary"]),
        .seed(
          "back", .button, ru: "К новостям", en: "Back to the news",
          ["action": .action(.screen, "news"), "style": "secondary"]),
      ])
  }
}
