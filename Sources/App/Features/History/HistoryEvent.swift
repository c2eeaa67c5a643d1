import Loyalty

/// What happens to the history.
public enum HistoryEvent: Equatable, Sendable {
  case loaded(HistoryPage)
  case newerLoaded(NewerHistory)
  /// What months come to of what was asked for.
  case summed([HistoryMonth], HistoryQuery)
  /// A step of a search is done, and the next one may begin.
  case searched(HistoryQuery)
  /// One older page is in the local store; whether the server has still older ones.
  case olderPulled(hasMore: Bool)
}

/// What is read of the history.
public enum HistoryLoad: Equatable, Sendable {
  /// Rows below a position, the newest when there is none.
  case page(after: HistoryPosition?, limit: Int, HistoryQuery)
  /// Rows that stand right above a row.
  case newer(before: HistoryPosition, limit: Int, HistoryQuery)
  /// What months come to.
  case sums([HistoryPeriod], HistoryQuery)
}

func takeHistory(_ event: HistoryEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .loaded(let page):
    guard state.isSignedIn, page.query == state.history.query else { return [] }
    return state.history.add(page) + state.sums(of: page)
  case .summed(let months, let query):
    guard query == state.history.query else { return [] }
    for month in months { state.history.months[month.period] = month }
    return []
  case .newerLoaded(let rows):
    state.history.add(rows)
    return []
  case .searched(let query):
    let goesOn = query == state.history.query && state.history.resumeAt != nil
    return goesOn ? [state.history.nextPage] : []
  case .olderPulled(let hasMore):
    state.history.hasMoreOnServer = hasMore
    state.history.isLoading = false
    return [state.history.nextPage]
  }
}

extension State {
  /// The server has not given older rows.
  mutating func failOlderHistory(_ trouble: Trouble) {
    history.isLoading = false
    history.hasMoreOnServer = false
    toast(words(for: trouble), isError: true)
  }
}
