import App
import LocalStore
import Loyalty
import Sync

extension Services {
  /// Makes a file of what is kept here, and of what the server can still add.
  func save(_ order: FileToSave, language: Language) async -> SavingEvent {
    do throws(SavingFailure) {
      let file = ExportFile(folder: exports, name: order.name, home: homeFolder)
      let (text, isWhole) = try await text(of: order, language)
      do throws(ExportFailure) {
        return .saved(path: try file.write(Array(text.utf8), to: order.path), isWhole: isWhole)
      } catch {
        throw .file(error)
      }
    } catch {
      Log.shared.write("\(order.name): no file was made: \(error)", at: clock.machine)
      switch error {
      case .file(let failure): return .failed(failure)
      case .store: return .failed(.other(cause: "\(error)"))
      }
    }
  }

  private enum SavingFailure: Error, CustomStringConvertible {
    case file(ExportFailure)
    case store(LocalStoreError)

    var description: String {
      switch self {
      case .file(let failure): failure.description
      case .store(let cause): "\(cause)"
      }
    }
  }

  private func text(
    of order: FileToSave, _ language: Language
  ) async throws(SavingFailure) -> (String, isWhole: Bool) {
    switch order.contents {
    case .text(let text): return (text, true)
    case .history(let query):
      let isWhole = await fetchHistory(query, language)
      let table = HistoryTable(language, order.zone, order.program)
      do throws(LocalStoreError) {
        return (try table.head + records(of: query, table), isWhole)
      } catch {
        throw .store(error)
      }
    }
  }

  private func records(
    of query: HistoryQuery, _ table: HistoryTable
  ) throws(LocalStoreError) -> String {
    let filter = LedgerFilter(query)
    var records = ""
    var position: LedgerPosition?
    while true {
      let slice = try store.ledgerSlice(
        before: position, limit: Services.rowsOfStep, matching: filter,
        lookingAt: Services.rowsOfStep)
      for entry in slice.entries { records += table.record(of: entry) }
      // NB: no more than that can be found in one look, so that none is passed over.
      guard let end = slice.end else { return records }
      position = end
    }
  }

  /// Brings the older pages that belong to what is wanted.
  ///
  /// - Returns: whether nothing of it is missing now.
  private func fetchHistory(_ query: HistoryQuery, _ language: Language) async -> Bool {
    let oldest = query.period?.span.lowerBound
    do {
      while try !store.hasLedger(since: oldest) {
        guard try await sync.loadOlder(language: language) else { return true }
      }
      return true
    } catch {
      Log.shared.write("older history was not fetched: \(error)", at: clock.machine)
      return false
    }
  }
}
