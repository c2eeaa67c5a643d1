import Cells
import Loyalty
import Themes

/// One line of what a till printed: words, and a number at their end.
struct PrintedLine: Equatable {
  let id: Element.ID
  let text: String
  var amount = ""
  var look = Look.plain
  /// All of it, where what is written is not that.
  var spoken: String?
  /// The text in parts, each of which begins a row where all of it has no room in one.
  var parts: [String] = []

  enum Look: Equatable {
    case plain
    case strong
    case quiet
    /// A hairline.
    case rule
  }

  static let gap = PrintedLine(id: "entry.gap", text: "")
  static let rule = PrintedLine(id: "entry.rule", text: "", look: .rule)

  /// In as many rows as its words need, the number at the end of the last; the first one speaks for
  /// all of them.
  func rows(_ width: Int) -> [PrintedLine] {
    guard width > 0, !isBeside(text, in: width) else { return [self] }
    var rows = (parts.isEmpty ? [text] : parts).flatMap { wrapped($0, width: width) }
      .filter { !$0.isEmpty }.map { row($0) }
    if let last = rows.last, isBeside(last.text, in: width) {
      rows[rows.count - 1].amount = amount
    } else {
      rows += wrapped(amount, width: width).map { row("", $0) }
    }
    if !rows.isEmpty { rows[0].spoken = words }
    return rows
  }

  /// What is said of it.
  var words: String {
    spoken ?? [text, amount].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  /// Whether a text has room in a row beside what stands at its end.
  private func isBeside(_ text: String, in width: Int) -> Bool {
    let end = amount.isEmpty ? 0 : displayWidth(of: amount) + (text.isEmpty ? 0 : 1)
    return displayWidth(of: text) + end <= width
  }

  private func row(_ text: String, _ amount: String = "") -> PrintedLine {
    PrintedLine(id: id, text: text, amount: amount, look: look, spoken: "")
  }
}

extension State {
  /// All of the paper: when and where, the goods, the sum, what it gave, what there was then.
  func printed(of entry: LedgerEntry, _ receipt: Receipt) -> [PrintedLine] {
    let text = EntryText(entry, self)
    let local = settings.zone.local(entry.createdAt)
    let year = settings.zone.local(now).day.year
    let brand = program?.name.value(in: settings.language) ?? phrases.say(entry.kind.phrase)
    let number = receipt.number.map { phrases.say(.receiptNumber, ["number": $0]) }
    var lines = [
      PrintedLine(
        id: "entry.time", text: brand,
        amount: "\(phrases.day(local.day, in: year)), \(phrases.time(local))", look: .strong,
        spoken: ["\(phrases.day(local.day, in: year)), \(phrases.time(local))", number]
          .compactMap(\.self).joined(separator: ": "))
    ]
    if let place = text.place {
      lines.append(
        PrintedLine(
          id: "entry.place", text: place, amount: number ?? "", look: .quiet, spoken: place))
    } else if let number {
      lines.append(PrintedLine(id: "entry.number", text: "", amount: number, look: .quiet))
    }
    lines.append(
      PrintedLine(id: "entry.kind", text: phrases.say(entry.kind.phrase), look: .quiet))
    let width = Slip(sheetPlace(rows: 0).rest).lines.width
    lines += [.rule] + goods(of: receipt) + (hasLargePoints(entry) ? [.gap] : [])
    var below = gifts(of: receipt, beside: entry)
    if let balance = receipt.balance {
      below.append(.rule)
      below.append(
        PrintedLine(
          id: "entry.balance", text: phrases.say(.receiptBalance),
          amount: phrases.points(balance, of: program), look: .strong))
    }
    // Large digits are drawn, and stay as they are.
    return lines.flatMap { $0.rows(width) } + largePoints(of: entry)
      + below.flatMap { $0.rows(width) }
  }

  /// Whether the paper says in large digits what it gave: where it is long enough on the screen.
  func hasLargePoints(_ entry: LedgerEntry) -> Bool {
    let letters = BigLetters(phrases.signed(entry.points, of: program))
    return size.height >= 30 && letters.map { $0.width <= 24 } ?? false
  }

  private func largePoints(of entry: LedgerEntry) -> [PrintedLine] {
    let amount = phrases.signed(entry.points, of: program)
    guard hasLargePoints(entry), let letters = BigLetters(amount) else { return [] }
    let noun = phrases.noun(for: entry.points, of: program)
    return letters.rows.enumerated().map { row, line in
      PrintedLine(
        id: row == 0 ? "entry.points" : "entry.gap", text: row == 2 ? "\(line)  \(noun)" : line,
        look: .strong, spoken: row == 0 ? "\(amount) \(noun)" : "")
    } + [.gap]
  }

  private func goods(of receipt: Receipt) -> [PrintedLine] {
    let currency = receipt.sum.currency
    var lines = receipt.goods.enumerated().map { index, line in
      let name = line.name.value(in: settings.language) ?? ""
      let price = phrases.money(Money(amount: line.price, currency: currency))
      let count = phrases.quantity(line.quantity)
      let parts = line.quantity == 1000 ? [name] : [name, "\(count)\u{A0}×\u{A0}\(price)"]
      return PrintedLine(
        id: Element.ID(rawValue: "entry.goods.\(index)"), text: parts.joined(separator: ", "),
        amount: phrases.money(Money(amount: line.sum, currency: currency)), parts: parts)
    }
    lines.append(
      PrintedLine(
        id: "entry.sum", text: phrases.say(.receiptSum), amount: phrases.money(receipt.sum),
        look: .strong))
    if lines.count > 1 { lines.insert(.rule, at: lines.count - 1) }
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
    let room = Slip(entryPlaces(entry).printed).lines.height
    history.paperTop = move.firstLine(
      from: history.paperTop, of: printed(of: entry, receipt).count, height: room)
  }
}

/// Paper out of a till: its ground from edge to edge, its lines, the teeth where it was torn off.
struct Slip {
  /// As wide as a till prints, with a margin on each side.
  private static let width = 39

  let paper: Rect
  let lines: Rect
  let teeth: Rect

  init(_ rect: Rect) {
    let place = Rect(
      x: rect.x + max(0, (rect.width - Slip.width) / 2), y: rect.y,
      width: min(rect.width, Slip.width), height: rect.height)
    // Where there is little room the words have all of it.
    let hasTeeth = place.height >= 12
    teeth = place.bottom(hasTeeth ? 1 : 0)
    paper = place.inset(bottom: teeth.height)
    lines = paper.inset(x: place.width >= 24 ? 2 : 1, y: hasTeeth ? 1 : 0)
  }

  /// As long as its lines.
  init(_ rect: Rect, lines count: Int) {
    let whole = Slip(rect)
    let air = whole.paper.height - whole.lines.height
    self.init(rect.top(min(rect.height, count + air + whole.teeth.height)))
  }
}

/// - Parameter top: the first of them on the screen, as far as there are enough below it.
func drawPrinted(_ lines: [PrintedLine], from top: Int, in rect: Rect, on canvas: inout Canvas) {
  let whole = Slip(rect)
  let slip = lines.count < whole.lines.height ? Slip(rect, lines: lines.count) : whole
  let first = max(0, min(top, lines.count - whole.lines.height))
  canvas.area(slip.paper, on: .receipt) { canvas, _ in
    for (row, line) in lines.dropFirst(first).prefix(slip.lines.height).enumerated() {
      drawLine(line, in: slip.lines.inset(top: row).top(1), on: &canvas)
    }
  }
  if !slip.teeth.isEmpty {
    let teeth = String(String(repeating: "▀ ", count: slip.teeth.width).prefix(slip.teeth.width))
    canvas.write(teeth, in: slip.teeth, canvas.inkOfPaper())
  }
  canvas.scrollMarks(
    isAbove: first > 0, isBelow: first + slip.lines.height < lines.count, in: slip.paper)
}

private func drawLine(_ line: PrintedLine, in place: Rect, on canvas: inout Canvas) {
  guard line.look != .rule else {
    canvas.write(String(repeating: "─", count: place.width), in: place, .receiptMuted)
    return
  }
  guard !line.text.isEmpty || !line.amount.isEmpty else { return }
  var style = canvas.look(line.look == .quiet ? .receiptMuted : .receipt)
  if line.look == .strong { style.attributes.insert(.bold) }
  // What stands beside a name in bold is quieter than it.
  let beside = line.id == "entry.time" ? canvas.look(.receiptMuted) : style
  canvas.write(line.amount, in: place, beside, .right)
  let room = line.amount.isEmpty ? 0 : displayWidth(of: line.amount) + 1
  canvas.write(line.text, in: place.inset(right: room), style)
  let words = line.words
  guard !words.isEmpty else { return }
  canvas.add(Element(line.id, .text, words.withPlainSpaces, bounds: place))
}

extension Phrasebook {
  /// Thousandths of a piece or a kilogram: "2", "0.35".
  func quantity(_ thousandths: Int64) -> String {
    let (value, scale) = Phrasebook.shortest(thousandths, scale: 3)
    return decimal(value, scale: scale)
  }

  /// The same number without noughts at the end of its decimals.
  static func shortest(_ value: Int64, scale: Int) -> (value: Int64, scale: Int) {
    var (value, scale) = (value, scale)
    while scale > 0, value % 10 == 0 {
      value /= 10
      scale -= 1
    }
    return (value, scale)
  }
}
