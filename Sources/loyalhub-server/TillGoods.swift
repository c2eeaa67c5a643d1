import Loyalty

/// A line of a paper as the command line has it: `Croissant; 2; 210`, or `Croissant; 210` of one.
struct TillGoods {
  let line: Receipt.Goods

  /// `nil` where it is none.
  init?(_ text: String) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
      .map { String($0.drop { $0 == " " }) }.map { text in
        String(text.reversed().drop { $0 == " " }.reversed())
      }
    guard (2...3).contains(parts.count), !parts[0].isEmpty else { return nil }
    guard let quantity = TillGoods.number(parts.count == 3 ? parts[1] : "1", decimals: 3),
      let price = TillGoods.number(parts[parts.count - 1], decimals: 2)
    else { return nil }
    let (sum, isOver) = quantity.multipliedReportingOverflow(by: price)
    guard !isOver, sum.magnitude < UInt64(Int64.max) - 1000 else { return nil }
    line = Receipt.Goods(
      name: [.russian: parts[0], .english: parts[0]], quantity: quantity, price: price,
      sum: (sum + (sum < 0 ? -500 : 500)) / 1000)
  }

  /// `-30`, `0.25`, `1,5` in the smallest unit.
  private static func number(_ text: String, decimals: Int) -> Int64? {
    let isBelowZero = text.hasPrefix("-")
    let parts = text.dropFirst(isBelowZero ? 1 : 0).replacing(",", with: ".")
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count == 2 ? String(parts[1]) : ""
    guard let whole = parts.first, !whole.isEmpty, whole.utf8.count <= 12,
      rest.utf8.count <= decimals,
      (whole + rest).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int64(whole + rest + String(repeating: "0", count: decimals - rest.utf8.count))
    else { return nil }
    return isBelowZero ? -number : number
  }
}
