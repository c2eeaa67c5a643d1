import Loyalty
import TestSupport

/// A server's ledger: lines are added at its new end, many of them in the same millisecond.
struct SimulatedLedger {
  struct Page {
    /// `nil` asks for the newest.
    var asked: String?
    var lines: [LedgerEntry]
    var next: String?
  }

  /// Newest first.
  private(set) var lines: [LedgerEntry] = []
  private var issued = 0
  private var random: SeededGenerator
  /// What a cursor continues after; the same place may get several cursors.
  private var places: [String: Int] = [:]

  init(random: SeededGenerator) {
    self.random = random
  }

  mutating func grow(by count: Int) {
    for _ in 0..<count {
      let last = lines.first?.createdAt ?? Instant(milliseconds: 1_700_000_000_000)
      let step = Int64.random(in: -3...2, using: &random)
      var line = Samples.entry(lines.count + 1)
      line.createdAt = Instant(milliseconds: last.rawValue + max(0, step))
      lines.insert(line, at: 0)
    }
  }

  /// - Parameter cursor: `nil` for the newest page.
  mutating func page(after cursor: String?, limit: Int) -> Page {
    // Places are counted from the old end, which does not move.
    let below = cursor.flatMap { places[$0] } ?? lines.count
    let page = Array(lines[(lines.count - below)...].prefix(limit))
    let rest = below - page.count
    guard rest > 0 else { return Page(asked: cursor, lines: page, next: nil) }
    // Some servers write the place alone into a cursor, some make it new each time.
    issued += 1
    let next = Bool.random(using: &random) ? "at-\(rest)" : "at-\(rest)-\(issued)"
    places[next] = rest
    return Page(asked: cursor, lines: page, next: next)
  }

  /// Whether this is what the ledger began with at some moment, without a gap.
  func isPrefixOfAMoment(_ shown: [LedgerEntry]) -> Bool {
    guard let first = shown.first else { return true }
    guard let start = lines.firstIndex(of: first) else { return false }
    return lines[start...].starts(with: shown)
  }
}
