import Contract
import Loyalty
import SQLite

/// The tiers of the coffee chain.
enum CoffeeTiers {
  static let all = [
    Tier(
      id: .init("tier_bean"), name: [.russian: "Зёрнышко", .english: "Bean"],
      threshold: .zero,
      benefits: [
        [.russian: "5 баллов за каждые 100 ₽", .english: "5 points for every 100 ₽"],
        [.russian: "200 баллов ко дню рождения", .english: "200 points on your birthday"],
      ]),
    Tier(
      id: .init("tier_silver"), name: [.russian: "Серебро", .english: "Silver"],
      threshold: Points(1200),
      benefits: [
        [.russian: "Сироп или растительное молоко в подарок", .english: "Syrup or oat milk free"],
        [.russian: "Напиток без очереди", .english: "Skip the line for drinks"],
      ]),
    Tier(
      id: .init("tier_gold"), name: [.russian: "Золото", .english: "Gold"],
      threshold: Points(3000),
      benefits: [
        [.russian: "Капучино в подарок каждый месяц", .english: "A free cappuccino every month"],
        [.russian: "Зерно со скидкой 10 %", .english: "10% off beans"],
        [.russian: "Напиток без очереди", .english: "Skip the line for drinks"],
      ]),
    Tier(
      id: .init("tier_platinum"), name: [.russian: "Платина", .english: "Platinum"],
      threshold: Points(6000),
      benefits: [
        [.russian: "Любой напиток в подарок каждую неделю", .english: "Any drink free every week"],
        [.russian: "Зерно со скидкой 20 %", .english: "20% off beans"],
        [.russian: "Дегустации новой обжарки", .english: "Tastings of each new roast"],
      ]),
  ]

  static func fill(_ connection: Connection) throws {
    for tier in all {
      try connection.execute(
        "INSERT INTO tier (id, threshold, body) VALUES (?, ?, ?)",
        [
          .text(tier.id.rawValue), .integer(tier.threshold.rawValue),
          .text(String(decoding: Wire.encode(tier), as: UTF8.self)),
        ])
    }
  }
}
