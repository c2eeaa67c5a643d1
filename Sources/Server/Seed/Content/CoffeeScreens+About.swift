import Content
import Loyalty

extension CoffeeScreens {
  /// The program, with the member's own numbers in it.
  var about: Screen {
    Screen(
      slug: "about", tab: .init(.more, position: 10),
      title: [.russian: "О программе", .english: "About the program"],
      blocks: [
        .seed("mine", .heading, ru: "Ваши баллы", en: "Your points", ["level": 2]),
        .seed("balance", .balance), .seed("tier", .tierProgress), .seed("card", .card),
        .seed("how", .heading, ru: "Как это работает", en: "How it works", ["level": 2]),
        .seed(
          "steps", .list,
          ru:
            "Покажите карту на кассе\nПолучите 5 баллов за каждые 100 ₽\nОбменяйте баллы на награды",
          en: "Show your card at the till\nGet 5 points for each 100 ₽\nTrade points for rewards",
          ["style": "number"]),
        .seed(
          "life", .banner, ru: "Баллы живут 180 дней — их срок виден на главном экране.",
          en: "Points live for 180 days; the home screen tells when they expire.",
          ["style": "warning"]),
        .seed("coupons", .coupons, ru: "Ваши купоны", en: "Your coupons", ["limit": 2]),
        .seed("shops", .stores, ru: "Кофейни рядом", en: "Coffee shops nearby", ["limit": 3]),
        .seed(
          "site", .button, ru: "Сайт", en: "Our website",
          ["action": .action(.url, "https://zerna.example"), "style": "secondary"]),
        .seed(
          "call", .button, ru: "Позвонить", en: "Call us",
          ["action": .action(.phone, "+7 495 123-45-67"), "style": "secondary"]),
      ])
  }

  var faq: Screen {
    Screen(
      slug: "faq", tab: .init(.more, position: 20),
      title: [.russian: "Вопросы и ответы", .english: "Questions and answers"],
      blocks: [
        .seed(
          "where", .faq, ru: "Почему баллы ещё не пришли?", en: "Why are my points not here yet?",
          [
            "answer": .words(
              ru: "Баллы за покупку приходят через *два дня*: до этого их видно как ожидаемые.",
              en: "Points for a purchase arrive after *two days*; until then they are pending.")
          ]),
        .seed(
          "lost", .faq, ru: "Что делать без телефона?", en: "What if my phone is not at hand?",
          [
            "answer": .words(
              ru: "Назовите номер карты на кассе. Он напечатан рядом с кодом.",
              en: "Tell the number of your card at the till. It is printed beside the code.")
          ]),
        .seed(
          "friend", .faq, ru: "Можно ли поделиться баллами?", en: "Can I share my points?",
          [
            "answer": .words(
              ru: "Нет, но вы можете [позвать друга](screen:about) и получить баллы оба.",
              en: "No, but you can [invite a friend](screen:about) and both get points.")
          ]),
        .seed("line", .divider),
        .seed(
          "code", .button, ru: "Скопировать промокод", en: "Copy a promo code",
          ["action": .action(.copy, "COFFEE100")]),
        .seed(
          "ask", .button, ru: "Задать вопрос", en: "Ask a question",
          ["action": .action(.ticket, "Вопрос о программе"), "style": "secondary"]),
      ])
  }

  /// Not finished: one text is missing, nothing is published.
  var delivery: Screen {
    Screen(
      slug: "delivery", tab: .init(.more, position: 30),
      title: [.russian: "Доставка", .english: "Delivery"],
      blocks: [
        .seed("title", .heading, ru: "Доставляем зерно", en: "We deliver beans", ["level": 1]),
        .seed("terms", .paragraph, ru: "Бесплатно от 2000 ₽, по Москве — на следующий день."),
        .seed(
          "order", .button, ru: "Заказать", en: "Order",
          ["action": .action(.url, "https://zerna.example/shop")]),
      ])
  }
}
