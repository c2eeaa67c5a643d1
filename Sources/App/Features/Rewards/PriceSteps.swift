import Loyalty

/// Into which steps rewards fall by their price: round numbers, with about as many rewards between two
/// of them.
struct PriceSteps: Equatable, Sendable {
  /// The dearest that each step has, but for the last one, which has no end.
  private(set) var ends: [Points] = []

  /// More of them would be no help for the eye.
  static let most = 5
  /// Fewer rewards are seen at once.
  private static let leastRewards = 6

  init() {}

  init(of prices: [Points]) {
    let prices = prices.sorted()
    guard prices.count >= Self.leastRewards else { return }
    /// Round numbers with something on both sides of each, and how many prices are not above them.
    var round: [(end: Points, count: Int)] = []
    var count = 0
    for end in Self.roundNumbers {
      while count < prices.count, prices[count] <= end { count += 1 }
      if count > round.last?.count ?? 0, count < prices.count { round.append((end, count)) }
    }
    for step in 1..<Self.most {
      let wanted = prices.count * step / Self.most
      let best = round.min { abs($0.count - wanted) < abs($1.count - wanted) }
      if let best, ends.last.map({ $0 < best.end }) ?? true { ends.append(best.end) }
    }
  }

  /// How many there are; none where all stand together.
  var count: Int { ends.isEmpty ? 0 : ends.count + 1 }

  /// The step of a price, from 0.
  func step(of price: Points) -> Int { ends.firstIndex { price <= $0 } ?? ends.count }

  /// 1, 2, 5, 10 … as far as points go.
  private static let roundNumbers: [Points] = {
    var numbers: [Points] = []
    var power: Int64 = 1
    while power <= .max / 10 {
      numbers += [1, 2, 5].map { Points($0 * power) }
      power *= 10
    }
    return numbers
  }()
}

extension Phrasebook {
  /// "up to 500", "501–1,000", "over 1,000": each price stands in one of them.
  func words(for step: Int, of steps: PriceSteps, _ program: Program?) -> String {
    func number(_ place: Int) -> String { self.number(steps.ends[place], of: program) }
    guard step < steps.count else { return "" }
    if step == 0 { return say(.priceUpTo, ["high": number(0)]) }
    if step == steps.ends.count { return say(.priceOver, ["low": number(step - 1)]) }
    let least = Points(steps.ends[step - 1].rawValue + 1)
    return say(
      .priceBetween, ["low": self.number(least, of: program), "high": number(step)])
  }
}

extension Phrase {
  fileprivate static let priceUpTo = Phrase(en: "Up to {high}", ru: "До {high}")
  fileprivate static let priceBetween = Phrase(en: "{low}–{high}", ru: "{low}–{high}")
  fileprivate static let priceOver = Phrase(en: "Over {low}", ru: "Дороже {low}")
}
