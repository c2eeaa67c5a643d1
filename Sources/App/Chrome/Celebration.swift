import Cells
import Loyalty

/// What is worth a second of the whole screen: points at the till, a reward, a tier.
///
/// The first key or click ends it, and does what it does without it.
public struct Celebration: Equatable, Sendable {
  /// What came; zero where it is about no number.
  var points = Points.zero
  /// What brought it, in the order in which it came.
  var lines: [Line] = []
  /// Where, and when by the member's clock.
  var place: String?
  var time: String?
  /// The tier that was reached.
  var tier: String?
  /// The reward that is the member's now.
  var reward: String?
  var until: Instant

  struct Line: Equatable, Sendable {
    var title: String
    /// What it gave, or what was paid.
    var value: String
  }

  /// Milliseconds: long enough to be read at the till.
  static let length: Int64 = 2500
}

extension State {
  /// Whether it can be seen: where there is room beside what a till reads, and nobody is busy.
  var hasRoomToCelebrate: Bool {
    settings.hasMotion && tab == .home && (sheets.isEmpty || sheets == [.card])
  }

  /// Whether it takes the whole screen; a band of it hides nothing that keys are for.
  var isCelebrationFull: Bool {
    hasRoomToCelebrate && size.width >= 70 && size.height >= 22
  }

  /// Lines of the ledger that came by themselves, the oldest first.
  mutating func celebrate(_ entries: [LedgerEntry]) {
    guard let last = entries.last else { return }
    // What comes in two answers is one purchase for who stands at the till.
    var moment = celebration ?? Celebration(until: now)
    moment.points = entries.reduce(moment.points) { $0 + $1.points }
    moment.lines += entries.map { entry in
      let text = EntryText(entry, self)
      return Celebration.Line(title: text.title, value: text.sum ?? text.amount)
    }
    moment.lines = moment.lines.suffix(3)
    moment.place = last.place?.value(in: settings.language)
    moment.time = phrases.time(settings.zone.local(last.createdAt))
    moment.until = now.adding(milliseconds: Celebration.length)
    celebration = moment
  }

  /// A reward that points were just spent on; its coupon is on the screen.
  mutating func celebrate(reward name: String) {
    guard settings.hasMotion else { return }
    celebration = Celebration(
      reward: name, until: now.adding(milliseconds: Celebration.length))
  }

  /// Ends it with the first key or click.
  ///
  /// - Returns: whether that was all: what reads or walks a screen means the one that is seen.
  mutating func leaveCelebration(for input: Input) -> Bool {
    guard celebration != nil else { return false }
    let isFull = isCelebrationFull
    switch input {
    case .resize, .focus: return false
    case .mouse(let mouse) where mouse.kind != .press: return isFull
    case .mouse, .paste, .key: celebration = nil
    }
    // What is behind it has not been seen.
    if isFull { seen = nil }
    guard case .key(let key) = input, case .character = key.code else { return isFull }
    return false
  }

  /// A tier that was reached just now, and the points that led to it.
  mutating func celebrate(tier name: String, benefits: [String]) {
    var moment =
      celebration ?? Celebration(until: now.adding(milliseconds: Celebration.length))
    moment.tier = name
    moment.lines += benefits.prefix(3).map { Celebration.Line(title: $0, value: "") }
    moment.until = now.adding(milliseconds: Celebration.length)
    celebration = moment
  }

  mutating func endCelebration() {
    if let until = celebration?.until, until <= now { celebration = nil }
  }

  /// "+22".
  func amount(of moment: Celebration) -> String? {
    moment.points == .zero ? nil : phrases.signed(moment.points, of: program)
  }

  /// What came, in one line: "+22  Flat white · now 1,411 points".
  func words(for moment: Celebration) -> String {
    if let reward = moment.reward { return phrases.say(.yours, ["reward": reward]) }
    let title = moment.points == .zero ? nil : moment.lines.first?.title
    return line(moment, [amount(of: moment), title, tierWords(of: moment)])
  }

  /// The same without what brought it.
  func shortWords(for moment: Celebration) -> String {
    moment.reward ?? line(moment, [amount(of: moment) ?? tierWords(of: moment)])
  }

  private func tierWords(of moment: Celebration) -> String? {
    moment.tier.map { phrases.say(.newTier, ["tier": $0]) }
  }

  private func line(_ moment: Celebration, _ parts: [String?]) -> String {
    let words = parts.compactMap(\.self).joined(separator: "  ")
    guard moment.points != .zero, let balance = home.contents.balance else { return words }
    let now = phrases.points(balance.available, of: program)
    return "\(words) · \(phrases.say(.nowPoints, ["points": now]))"
  }
}

extension Phrase {
  static let newTier = Phrase(en: "New tier: {tier}", ru: "Новый уровень: {tier}")
  static let yours = Phrase(en: "Yours: {reward}", ru: "Теперь ваше: {reward}")
  static let nowPoints = Phrase(en: "now {points}", ru: "теперь {points}")
  static let nowAlone = Phrase(en: "now", ru: "теперь")
}
