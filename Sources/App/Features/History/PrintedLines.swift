import Cells
import Loyalty
import Themes

/// One line of what a till printed: words, and a number at their end.
struct PrintedLine: Hashable {
  let id: Element.ID
  let text: String
  var amount = ""
  var look = ThemeToken.sheetText

  static let gap = PrintedLine(id: "entry.gap", text: "")
}

extension State {
  /// All of the paper: when and where, the goods, the sum, what it gave, what there was then.
  func printed(of entry: LedgerEntry, _ receipt: Receipt) -> [PrintedLine] {
    let text = EntryText(entry, self)
    let local = settings.zone.local(entry.createdAt)
    let year = settings.zone.local(now).day.year
    var lines = [
      PrintedLine(
        id: "entry.time", text: "\(phrases.day(local.day, in: year)), \(phrases.time(local))",
        amount: receipt.number.map { phrases.say(.receiptNumber, ["number": $0]) } ?? "")
    ]
    if let place = text.place { lines.append(PrintedLine(id: "entry.place", text: place)) }
    lines.append(
      PrintedLine(id: "entry.kind", text: phrases.say(entry.kind.phrase), look: .sheetMuted))
    lines += [.gap] + goods(of: receipt) + [.gap]
    lines += gifts(of: receipt, beside: entry)
    if let balance = receipt.balance {
      lines.append(
        PrintedLine(
          id: "entry.balance", text: phrases.say(.receiptBalance),
          amount: phrases.points(balance, of: program), look: .sheetHeading))
    }
    return lines
  }

  private func goods(of receipt: Receipt) -> [PrintedLine] {
    let currency = receipt.sum.currency
    var lines = receipt.goods.enumerated().map { index, line in
      let name = line.name.value(in: settings.language) ?? ""
      let price = phrases.money(Money(amount: line.price, currency: currency))
      let count = phrases.quantity(line.quantity)
      return PrintedLine(
        id: Element.ID(rawValue: "entry.goods.\(index)"),
        text: line.quantity == 1000 ? name : "\(name), \(count)\u{A0}×\u{A0}\(price)",
        amount: phrases.money(Money(amount: line.sum, currency: currency)))
    }
    lines.append(
      PrintedLine(
        id: "entry.sum", text: phrases.say(.receiptSum), amount: phrases.money(receipt.sum),
        look: .sheetHeading))
    return lines
  }

  private func gifts(of receipt: Receipt, beside entry: LedgerEntry) -> [PrintedLine] {
    var lines: [PrintedLine] = []
    if let rate = receipt.rate {
      lines.append(
        PrintedLine(
          id: "entry.rate", text: phrases.say(.receiptRate, ["money": phrases.money(rate)]),
          amount: phrases.signed(entry.points, of: program)))
    }
    lines += receipt.offers.enumerated().map { index, gift in
      PrintedLine(
        id: Element.ID(rawValue: "entry.offer.\(index)"),
        text: gift.title.value(in: settings.language) ?? "",
        amount: phrases.signed(gift.points, of: program))
    }
    lines += receipt.coupons.enumerated().map { index, title in
      PrintedLine(
        id: Element.ID(rawValue: "entry.coupon.\(index)"),
        text: phrases.say(.receiptCoupon, ["title": title.value(in: settings.language) ?? ""]))
    }
    return lines
  }

  /// Moves through the paper of the open line.
  mutating func scrollPrinted(_ entry: LedgerEntry, _ move: Move) {
    guard let receipt = entry.receipt else { return }
    let room = entryPlaces(entry).printed.height
    let last = max(0, printed(of: entry, receipt).count - room)
    let target =
      switch move {
      case .rows(let rows): history.paperTop + rows
      case .pages(let pages): history.paperTop + pages * max(1, room - 1)
      case .first: 0
      case .last: last
      }
    history.paperTop = max(0, min(target, last))
  }
}

/// - Parameter top: the first of them on the screen, as far as there are enough below it.
func drawPrinted(_ lines: [PrintedLine], from top: Int, in rect: Rect, on canvas: inout Canvas) {
  let first = max(0, min(top, lines.count - rect.height))
  for (row, line) in lines.dropFirst(first).prefix(rect.height).enumerated()
  where !line.text.isEmpty || !line.amount.isEmpty {
    let place = rect.inset(top: row).top(1)
    canvas.write(line.amount, in: place, line.look, .right)
    let room = line.amount.isEmpty ? 0 : displayWidth(of: line.amount) + 1
    canvas.write(line.text, in: place.inset(right: room), line.look)
    let spoken = [line.text, line.amount].filter { !$0.isEmpty }.joined(separator: ": ")
    canvas.add(Element(line.id, .text, spoken.replacing("\u{A0}", with: " "), bounds: place))
  }
  canvas.scrollMarks(
    isAbove: first > 0, isBelow: first + rect.height < lines.count, in: rect)
}

extension Phrasebook {
  /// Thousandths of a piece or a kilogram: "2", "0.35".
  func quantity(_ thousandths: Int64) -> String {
    var (value, scale) = (thousandths, 3)
    while scale > 0, value % 10 == 0 {
      value /= 10
      scale -= 1
    }
    return decimal(value, scale: scale)
  }
}
