import Loyalty

extension State {
  private var isInHistory: Bool { isSignedIn && tab == .history && sheets.isEmpty }

  /// The month before the one that is shown, or the one after it; first that of now.
  ///
  /// After this month comes all of it again.
  mutating func stepMonth(_ step: Int) -> [Effect] {
    guard isInHistory else { return [] }
    let current = HistoryPeriod(now, in: settings.zone)
    if let period = history.query.period {
      let next = period.neighbor(step, in: settings.zone)
      history.query.period = next.span.lowerBound > now ? nil : next
    } else {
      history.query.period = current
    }
    return reloadHistory()
  }

  /// Only what happened where the selected line did, or all places again.
  mutating func togglePlace() -> [Effect] {
    guard isInHistory else { return [] }
    if history.query.place != nil {
      history.query.place = nil
    } else {
      guard history.entries.indices.contains(history.selection),
        let place = history.entries[history.selection].place
      else { return [] }
      history.query.place = place
    }
    return reloadHistory()
  }

  /// Whether the selected line has a place to choose, or one is chosen.
  var canTogglePlace: Bool {
    history.query.place != nil
      || history.entries.indices.contains(history.selection)
        && history.entries[history.selection].place != nil
  }

  /// What the list is narrowed to, in words.
  var historyFilters: String {
    let query = history.query
    let kind = query.kind == .all ? nil : phrases.say(query.kind.phrase)
    let place = query.place?.value(in: settings.language)
    let words = [query.period.map(month), place, kind].compactMap(\.self)
    return words.isEmpty ? phrases.say(query.kind.phrase) : words.joined(separator: " · ")
  }

  /// "November", with its year when that is not this one.
  func month(_ period: HistoryPeriod) -> String {
    let name = phrases.monthNames[period.month - 1]
    return period.year == settings.zone.local(now).day.year ? name : "\(name) \(period.year)"
  }
}
