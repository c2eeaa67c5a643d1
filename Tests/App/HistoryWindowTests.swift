import Cells
import Loyalty
import Testing

@testable import App

/// A long history behind the list, as the local store and the server hold it.
private struct Archive {
  let entries: [LedgerEntry]
  /// Rows that the local store has; the rest is the server's.
  var stored: Int
  /// Rows that one read looks at.
  var step = 500
  var reads = 0
  var mostRows = 0

  init(_ count: Int, stored: Int? = nil) {
    entries = (0..<count).map { number in
      LedgerEntry(
        id: .init("led_\(number)"), kind: .earn, points: Points(Int64(number)),
        title: [.english: number % 1000 == 999 ? "Rare" : "Tea \(number)"], place: nil,
        createdAt: Fixture.now.adding(seconds: -Int64(number)))
    }
    self.stored = stored ?? count
  }

  /// Carries out what the list asks for, until it asks for nothing more.
  mutating func serve(_ effects: [Effect], _ state: inout State) {
    var waiting = effects
    while !waiting.isEmpty {
      guard let event = answer(waiting.removeFirst()) else { continue }
      waiting += update(&state, event, at: Fixture.now)
      mostRows = max(mostRows, state.history.entries.count)
    }
  }

  private mutating func answer(_ effect: Effect) -> Event? {
    switch effect {
    case .load(.history(.page(let after, let limit, let query))),
      .reload(.history(.page(let after, let limit, let query))):
      page(after, limit, query)
    case .load(.history(.newer(let before, let limit, let query))): newer(before, limit, query)
    case .later(let event): event
    case .ask(.olderHistory): older()
    default: nil
    }
  }

  private mutating func older() -> Event {
    stored = min(entries.count, stored + 100)
    return .history(.olderPulled(hasMore: stored < entries.count))
  }

  private mutating func page(
    _ after: HistoryPosition?, _ limit: Int, _ query: HistoryQuery
  ) -> Event {
    reads += 1
    let start = after.map { place($0) + 1 } ?? 0
    let end = min(stored, start + step)
    let found = entries[start..<max(start, end)].filter { fits($0, query) }
    let isWhole = found.count > limit
    let resume = end < stored || !query.isAll && stored < entries.count ? end - 1 : nil
    return .history(
      .loaded(
        HistoryPage(
          after: after, entries: Array(found.prefix(limit)),
          hasMoreLocally: isWhole || end < stored,
          hasMoreOnServer: stored < entries.count, query: query,
          resumeAt: isWhole ? nil : resume.map { HistoryPosition(entries[$0]) })))
  }

  private func newer(_ before: HistoryPosition, _ limit: Int, _ query: HistoryQuery) -> Event {
    let end = place(before)
    let found = entries[..<end].filter { fits($0, query) }
    return .history(
      .newerLoaded(
        NewerHistory(
          before: before, entries: found.suffix(limit), hasMore: found.count > limit, query: query))
    )
  }

  /// NB: a line that nobody has would be a mistake of the list: it then finds nothing.
  private func place(_ position: HistoryPosition) -> Int {
    entries.firstIndex { $0.id == position.id } ?? entries.count
  }

  private func fits(_ entry: LedgerEntry, _ query: HistoryQuery) -> Bool {
    query.text.isEmpty || (entry.title.value(in: .english) ?? "").lowercased().contains(query.text)
  }
}

struct HistoryWindowTests {
  private func opened(_ archive: inout Archive) throws -> State {
    var state = try Fixture.signedIn()
    state.history = HistoryState()
    archive.serve(update(&state, .action(.showTab(.history)), at: Fixture.now), &state)
    return state
  }

  private func press(_ code: Key.Code, _ state: inout State, _ archive: inout Archive) {
    archive.serve(update(&state, .input(.key(Key(code))), at: Fixture.now), &state)
  }

  private func selected(_ state: State) -> Int? {
    let history = state.history
    guard history.entries.indices.contains(history.selection) else { return nil }
    return Int(history.entries[history.selection].points.rawValue)
  }

  @Test func `however far one scrolls, each line comes in its turn and few are kept`() throws {
    var archive = Archive(5000, stored: 150)
    var state = try opened(&archive)
    for number in 1..<5000 {
      press(.down, &state, &archive)
      #expect(selected(state) == number)
    }
    press(.down, &state, &archive)
    #expect(selected(state) == 4999)
    for number in (0..<4999).reversed() {
      press(.up, &state, &archive)
      #expect(selected(state) == number)
    }
    #expect(state.history.rowsAbove == 0)
    #expect(archive.mostRows <= HistoryState.most + HistoryState.pageSize)
  }

  @Test func `pages and ends move as far as in a short list`() throws {
    var archive = Archive(3000)
    var state = try opened(&archive)
    for _ in 0..<400 { press(.pageDown, &state, &archive) }
    #expect(selected(state) == 2999)
    press(.home, &state, &archive)
    #expect(selected(state) == 0)
    #expect(state.history.rowsAbove == 0)
    for _ in 0..<50 { press(.end, &state, &archive) }
    #expect(selected(state) == 2999)
    for _ in 0..<400 { press(.pageUp, &state, &archive) }
    #expect(selected(state) == 0)
  }

  @Test func `what comes meanwhile does not move who is far down`() throws {
    var archive = Archive(3000)
    var state = try opened(&archive)
    for _ in 0..<1500 { press(.down, &state, &archive) }
    archive.serve(update(&state, .pulled, at: Fixture.now), &state)
    #expect(selected(state) == 1500)
    press(.down, &state, &archive)
    #expect(selected(state) == 1501)
  }

  @Test func `a search looks at all lines, in small steps, and at the server's too`() throws {
    var archive = Archive(5000, stored: 2000)
    var state = try opened(&archive)
    archive.reads = 0
    archive.serve(update(&state, .action(.history(.search)), at: Fixture.now), &state)
    archive.serve(update(&state, .input(.paste("rare")), at: Fixture.now), &state)
    #expect(state.history.entries.map(\.points.rawValue) == [999, 1999, 2999, 3999, 4999])
    #expect(!state.history.isLoading)
    #expect(archive.stored == 5000)
    #expect(archive.reads < 60)
    // No line is there for these words; that is said at the end, not before.
    archive.serve(update(&state, .input(.paste("x")), at: Fixture.now), &state)
    #expect(state.history.entries.isEmpty)
    #expect(view(state).elements.contains { $0.id == "history.empty" })
  }

  @Test func `a search that is over leaves its steps behind`() throws {
    var archive = Archive(3000)
    var state = try opened(&archive)
    _ = update(&state, .action(.history(.search)), at: Fixture.now)
    let effects = update(&state, .input(.paste("rare")), at: Fixture.now)
    let old = state.history.query
    archive.serve(update(&state, .input(.key(Key(.escape))), at: Fixture.now), &state)
    archive.serve(effects, &state)
    #expect(update(&state, .history(.searched(old)), at: Fixture.now).isEmpty)
    #expect(state.history.entries.count == 100)
    #expect(selected(state) == 0)
  }
}
