import Loyalty

/// A receipt in one column: a line for each of its parts, so that no frame needs JSON.
///
/// Parts are split by the file separator of ASCII, which no cleaned text holds, as none holds a line
/// end.
extension Columns {
  private static let betweenParts = "\u{1C}"

  static func encode(_ receipt: Receipt) -> String {
    let receipt = receipt.cleaned
    let rate = receipt.rate.map { [String($0.amount), $0.currency] } ?? ["", ""]
    var lines = [
      ["s", String(receipt.sum.amount), receipt.sum.currency, receipt.number ?? ""]
        + rate + [receipt.balance.map { String($0.rawValue) } ?? ""]
    ]
    lines += receipt.goods.map {
      ["g", encode($0.name), String($0.quantity), String($0.price), String($0.sum)]
    }
    lines += receipt.offers.map { ["o", encode($0.title), String($0.points.rawValue)] }
    lines += receipt.coupons.map { ["c", encode($0)] }
    return lines.map { $0.joined(separator: betweenParts) }.joined(separator: "\n")
  }

  /// `nil` for a column that was not written so.
  static func receipt(_ column: String) -> Receipt? {
    var receipt: Receipt?
    for line in column.utf8.split(separator: 0x0A) {
      let parts = line.split(separator: 0x1C, omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      switch (parts[0], parts.count) {
      case ("s", 7):
        guard let sum = Int64(parts[1]) else { return nil }
        receipt = Receipt(
          number: parts[3].isEmpty ? nil : parts[3],
          sum: Money(amount: sum, currency: parts[2]),
          rate: Int64(parts[4]).map { Money(amount: $0, currency: parts[5]) },
          balance: Int64(parts[6]).map { Points($0) })
      case ("g", 5):
        guard let quantity = Int64(parts[2]), let price = Int64(parts[3]), let sum = Int64(parts[4])
        else { return nil }
        receipt?.goods.append(
          Receipt.Goods(name: text(parts[1]), quantity: quantity, price: price, sum: sum))
      case ("o", 3):
        guard let points = Int64(parts[2]) else { return nil }
        receipt?.offers.append(Receipt.Gift(title: text(parts[1]), points: Points(points)))
      case ("c", 2): receipt?.coupons.append(text(parts[1]))
      default: return nil
      }
    }
    return receipt
  }
}
