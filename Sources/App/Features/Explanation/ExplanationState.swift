public import Loyalty

/// Why the balance is what it is, as the local store holds it.
public struct ExplanationContents: Equatable, Sendable {
  public var explanation: BalanceExplanation?
  /// When the server last confirmed it.
  public var confirmedAt: Instant?

  public init(explanation: BalanceExplanation?, confirmedAt: Instant?) {
    self.explanation = explanation
    self.confirmedAt = confirmedAt
  }
}

/// The list of lots, each with what was drawn from it below.
public struct ExplanationState: Equatable, Sendable {
  public internal(set) var contents = ExplanationContents(explanation: nil, confirmedAt: nil)
  /// What each row of the list shows.
  public private(set) var rows: [Row] = []
  public var list = ListState()

  public init() {}

  public enum Row: Equatable, Sendable {
    case lot(Lot)
    case draw(Lot.Draw)
  }

  mutating func replaceContents(with contents: ExplanationContents, height: Int) {
    self.contents = contents
    rows = (contents.explanation?.lots ?? []).flatMap { lot in
      [.lot(lot)] + lot.draws.map(Row.draw)
    }
    list.scrollToSelection(count: rows.count, height: height)
  }
}
