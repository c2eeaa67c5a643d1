import App
import Loyalty

extension Fixture {
  static let inbox = InboxContents(
    notifications: [
      Notification(
        id: .init("ntf_3"), category: .points,
        title: [.russian: "Скоро сгорят 120 баллов", .english: "120 points expire soon"],
        body: [
          .russian: "Они действуют до 30 ноября. Хватит на капучино.",
          .english: "They last until 30 November. Enough for a cappuccino.",
        ], createdAt: now.adding(seconds: -3600),
        action: .init(kind: .screen, target: "rewards")),
      Notification(
        id: .init("ntf_2"), category: .offers,
        title: [.russian: "Неделя Эфиопии", .english: "Ethiopia week"],
        body: [.russian: "Двойные баллы.", .english: "Twice the points."],
        createdAt: now.adding(days: -2), readAt: now.adding(days: -1)),
    ],
    preferences: [
      Preference(
        category: .points, title: [.russian: "Баллы", .english: "Points"], push: true, email: true,
        sms: false),
      Preference(
        category: .offers, title: [.russian: "Акции", .english: "Offers"], push: true,
        email: false, sms: false),
    ], confirmedAt: now)

  static let shops = ShopsContents(
    shops: [
      shop("shp_1", "Чистые пруды", "Chistye Prudy", 55_765_000, 37_638_000, isOpen: true),
      shop("shp_2", "Покровка", "Pokrovka", 55_759_000, 37_648_000, isOpen: false),
    ], origin: .city(.init("cty_msk")), confirmedAt: now)

  static let referral = ReferralContents(
    referral: Referral(
      code: "ANNA-7K2P", link: "https://zerna.example/i/ANNA-7K2P",
      rules: [
        .russian: "Вам и другу по 200 баллов после его первой покупки.",
        .english: "200 points for each of you after your friend's first purchase.",
      ], bonus: Points(200),
      friends: [
        .init(name: "О. М.", stage: .rewarded, since: now.adding(days: -40), points: Points(200)),
        .init(name: "К. Л.", stage: .registered, since: now.adding(days: -5), points: .zero),
      ], earned: Points(200)), confirmedAt: now)

  private static func shop(
    _ id: String, _ russian: String, _ english: String, _ latitude: Int, _ longitude: Int,
    isOpen: Bool
  ) -> Shop {
    Shop(
      id: .init(id), name: [.russian: russian, .english: english],
      address: [.russian: "\(russian), 12", .english: "\(english), 12"],
      city: .init(id: .init("cty_msk"), name: [.russian: "Москва", .english: "Moscow"]),
      latitude: latitude, longitude: longitude, phone: "+74951234567",
      services: [.wifi, .breakfast],
      week: (1...7).map { WeekdayHours(weekday: $0, hours: Hours(opens: 480, closes: 1320)) },
      specialDays: [
        SpecialDay(
          on: Day(daysSince1970: now.rawValue / 86_400_000 + 3), hours: nil,
          note: [.russian: "Санитарный день", .english: "Closed for cleaning"])
      ], timeZone: "Europe/Moscow",
      offsets: [UTCOffset(from: now.adding(days: -1), offset: 10_800)],
      openIntervals: [
        OpenInterval(
          from: now.adding(seconds: isOpen ? -3600 : 3600), to: now.adding(seconds: 7200))
      ], hoursKnownUntil: now.adding(days: 8))
  }
}
