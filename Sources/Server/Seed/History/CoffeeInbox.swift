import Contract
import Loyalty
import SQLite

/// Puts what a member of the coffee chain was told into the inbox, the older half of it read.
struct CoffeeInbox {
  let store: ServerStore
  let now: Instant

  private struct Message {
    var hoursAgo: Int64
    var category: Notification.Category
    var title: LocalizedText
    var body: LocalizedText
    var action = Notification.Action.none
    var isRead = false
  }

  func fill(_ member: Member.ID, _ connection: Connection) throws {
    for message in Self.messages {
      let at = now.adding(seconds: -message.hoursAgo * 3600)
      let id = try store.notify(
        member, message.category, title: message.title, body: message.body,
        action: message.action, at: at, connection)
      guard message.isRead else { continue }
      try connection.execute(
        "UPDATE notification SET read_at = ? WHERE id = ?",
        [.integer(at.adding(seconds: 900).rawValue), .text(id.rawValue)])
    }
  }

  private static let messages: [Message] = [
    Message(
      hoursAgo: 2, category: .points,
      title: [.russian: "Скоро сгорят баллы", .english: "Points will expire soon"],
      body: [
        .russian: "Посмотрите на главном экране, сколько и когда, и обменяйте их на награду.",
        .english: "See on the home screen how many and when, and take a reward for them.",
      ], action: .init(kind: .screen, target: "rewards")),
    Message(
      hoursAgo: 20, category: .offers,
      title: [.russian: "Новая награда: овсяное молоко", .english: "New reward: oat milk"],
      body: [
        .russian: "Любой напиток на овсяном молоке без доплаты, за 40 баллов.",
        .english: "Any drink with oat milk at no extra charge, for 40 points.",
      ], action: .init(kind: .reward, target: "rew_oat")),
    Message(
      hoursAgo: 49, category: .service,
      title: [
        .russian: "Кофейня на Чистых прудах снова открыта", .english: "Chistye Prudy is open again",
      ],
      body: [
        .russian: "Мы закончили ремонт. Заходите посмотреть на новую стойку.",
        .english: "The repair is over. Come and see the new bar.",
      ], action: .init(kind: .shop, target: "sto_prudy")),
    Message(
      hoursAgo: 120, category: .offers,
      title: [.russian: "Каппинг в субботу", .english: "A cupping on Saturday"],
      body: [
        .russian: "Пробуем три зерна из Эфиопии. Вход свободный, места — по записи на сайте.",
        .english: "We taste three beans from Ethiopia. Free entry, places by the list on our site.",
      ], action: .init(kind: .url, target: "https://zerna.example/cupping"), isRead: true),
    Message(
      hoursAgo: 400, category: .points,
      title: [.russian: "Вам начислен подарок", .english: "A gift of points for you"],
      body: [
        .russian: "Баллы к сезону уже на счёте.", .english: "The seasonal points are yours.",
      ], action: .init(kind: .screen, target: "history"), isRead: true),
    Message(
      hoursAgo: 900, category: .service,
      title: [.russian: "Обновились правила программы", .english: "The program's rules changed"],
      body: [
        .russian: "Баллы теперь действуют 180 дней. Раньше было 90.",
        .english: "Points now live for 180 days. It was 90 before.",
      ], isRead: true),
  ]
}
