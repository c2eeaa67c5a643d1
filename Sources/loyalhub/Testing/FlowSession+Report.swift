import FlowReports
import LocalStore
import Loyalty
import Output

/// What is left of a run: its reports, and its last lines.
extension FlowSession {
  /// - Returns: whether the reports that are asked for are written.
  func report(_ progress: Progress) -> Bool {
    progress.view.finish()
    let records = progress.records.sorted { $0.key < $1.key }.map(\.value)
    let isWritten = write(records + missing(progress.records))
    for line in flakes(records) { Output.print(line) }
    let failed = records.count { $0.outcome == .failed }
    let rest = numbers.count - records.count
    Output.print(
      "\(records.count - failed) passed, \(failed) failed"
        + (rest > 0 ? ", \(rest) not played" : ""))
    return isWritten
  }

  private func write(_ records: [FlowRecord]) -> Bool {
    guard let folder = options.output else { return true }
    do throws(StorageProblem) {
      try ReportFiles.write(records, to: folder, in: LanguageOption.asked)
      return true
    } catch {
      _ = Complaint(error)?.tell()
      return false
    }
  }

  /// Those that were not begun.
  private func missing(_ records: [Int: FlowRecord]) -> [FlowRecord] {
    numbers.filter { records[$0] == nil }.map { number in
      var record = record(of: number)
      record.outcome = .notReached
      return record
    }
  }

  /// Flows that passed with some seeds and failed with others.
  private func flakes(_ records: [FlowRecord]) -> [String] {
    guard options.rounds > 1 else { return [] }
    var seeds: [String: (passed: Int, failed: [UInt64])] = [:]
    for record in records {
      if record.outcome == .failed {
        seeds[record.file, default: (0, [])].failed.append(record.seed)
      } else {
        seeds[record.file, default: (0, [])].passed += 1
      }
    }
    return seeds.sorted { $0.key < $1.key }.compactMap { file, seen in
      guard seen.passed > 0, !seen.failed.isEmpty else { return nil }
      let named = seen.failed.prefix(20).map(String.init).joined(separator: ", ")
      return "flaky: \(file): \(seen.failed.count) of \(seen.failed.count + seen.passed) failed, "
        + "with --seed \(named)"
    }
  }
}
