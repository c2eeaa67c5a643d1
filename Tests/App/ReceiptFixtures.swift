import Loyalty

@testable import App

extension Fixture {
  /// The paper of a sale with a line of each sort.
  static let receipt = Receipt(
    number: "0412", sum: Money(amount: 88_000, currency: "RUB"),
    goods: [
      Receipt.Goods(
        name: [.russian: "Зерно Гуджи, 250 г", .english: "Guji beans, 250 g"], price: 79_000,
        sum: 79_000),
      Receipt.Goods(
        name: [.russian: "Круассан", .english: "Croissant"], quantity: 2000, price: 6000,
        sum: 12_000),
      Receipt.Goods(
        name: [.russian: "Своя чашка", .english: "Own cup"], price: -3000, sum: -3000),
    ], rate: Money(amount: 2000, currency: "RUB"),
    offers: [
      Receipt.Gift(
        title: [.russian: "Неделя Эфиопии", .english: "Week of Ethiopia"], points: Points(90))
    ], coupons: [[.russian: "Капучино в подарок", .english: "Free cappuccino"]],
    balance: Points(1029))

  static let sold = LedgerEntry(
    id: .init("led_sold"), kind: .earn, points: Points(44),
    title: [.russian: "Зерно и круассаны", .english: "Beans and croissants"],
    place: [.russian: "Чистые пруды", .english: "Chistye Prudy"],
    createdAt: now.adding(days: -9), receipt: receipt)

  static let takenBack = LedgerEntry(
    id: .init("led_back"), kind: .refund, points: Points(-44),
    title: [.russian: "Возврат покупки", .english: "Purchase returned"], place: sold.place,
    createdAt: now.adding(days: -8), reverses: sold.id,
    receipt: Receipt(
      sum: Money(amount: -88_000, currency: "RUB"),
      goods: receipt.goods.map {
        Receipt.Goods(name: $0.name, quantity: $0.quantity, price: $0.price, sum: -$0.sum)
      }, balance: Points(985)))

  /// A sale whose return is not in the list.
  static let receipts = HistoryPage(
    after: nil, entries: [sold] + entries(40).dropFirst(5), hasMoreLocally: false,
    hasMoreOnServer: false, linked: [takenBack])

  static func november(_ row: Int) -> HistoryMonth {
    HistoryMonth(
      period: HistoryPeriod(now, in: .utc), count: abs(row), gained: Points(486),
      spent: Points(-196), isWhole: row % 2 == 0)
  }

  /// The same sale with very many lines.
  static func longSale(_ lines: Int) -> LedgerEntry {
    var entry = sold
    entry.receipt?.goods = (0..<lines).map { line in
      Receipt.Goods(name: [.english: "Thing \(line)"], price: 100, sum: 100)
    }
    return entry
  }
}
