import App
import LocalStore
import Loyalty

extension Services {
  /// Rows that one read looks at, at most: one or two milliseconds.
  static let rowsOfStep = 2000

  func history(after: HistoryPosition?, limit: Int, _ query: HistoryQuery) throws -> HistoryPage {
    // One row more than asked for tells whether there are more.
    let slice = try store.ledgerSlice(
      before: after.map(LedgerPosition.init), limit: limit + 1, matching: LedgerFilter(query),
      lookingAt: Services.rowsOfStep)
    let isFull = slice.entries.count > limit
    // A search goes on below what is stored once that has come.
    let resumeAt = slice.end ?? (query == HistoryQuery() ? nil : slice.floor)
    let entries = Array(slice.entries.prefix(limit))
    // All of a month can be here although much before it is not.
    let isWhole = query.period != nil && slice.floor == nil
    return HistoryPage(
      after: after, entries: entries,
      hasMoreLocally: isFull || slice.end != nil,
      hasMoreOnServer: try !isWhole && !store.isLedgerComplete(),
      query: query, resumeAt: isFull ? nil : resumeAt.map(HistoryPosition.init),
      linked: try store.ledger(linkedTo: entries))
  }

  func months(_ periods: [HistoryPeriod], _ query: HistoryQuery) throws -> [HistoryMonth] {
    try periods.map { period in
      let sums = try store.ledgerSums(period.span, matching: LedgerFilter(query))
      return HistoryMonth(
        period: period, count: sums.count, gained: sums.gained, spent: sums.spent,
        isWhole: sums.isWhole)
    }
  }

  func newerHistory(
    before: HistoryPosition, limit: Int, _ query: HistoryQuery
  ) throws -> NewerHistory {
    let entries = try store.ledger(
      after: LedgerPosition(before), limit: limit + 1, matching: LedgerFilter(query))
    return NewerHistory(
      before: before, entries: Array(entries.suffix(limit)), hasMore: entries.count > limit,
      query: query)
  }
}

extension LedgerPosition {
  init(_ position: HistoryPosition) {
    self.init(createdAt: position.createdAt, id: position.id)
  }
}

extension HistoryPosition {
  init(_ position: LedgerPosition) {
    self.init(createdAt: position.createdAt, id: position.id)
  }
}

extension LedgerFilter {
  init(_ query: HistoryQuery) {
    let sign: Sign? =
      switch query.kind {
      case .all: nil
      case .earned: .positive
      case .spent: .negative
      }
    self.init(
      sign: sign, text: query.text, place: query.place, from: query.period?.span.lowerBound,
      until: query.period?.span.upperBound)
  }
}
