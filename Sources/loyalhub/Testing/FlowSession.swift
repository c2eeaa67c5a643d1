import App
import Cells
import Client
import FlowLanguage
import FlowReports
import FoundationEssentials
@preconcurrency import Glibc
import LocalStore
import Loyalty
import Output
import Synchronization

/// One run of flows, seen by whoever has asked for it.
struct FlowSession {
  let cases: [FlowCase]
  /// Which of them are played.
  var numbers: [Int]
  /// How many cases, from the first, are played one after another as long as they pass.
  private let ordered: Int
  private let options: FlowRun
  /// What the processes that play share.
  private let folder: ScratchFolder

  init(_ plan: FlowPlan, _ options: FlowRun, _ folder: ScratchFolder) {
    cases = options.cases(of: plan.sequence + plan.flows)
    numbers = Array(cases.indices)
    ordered = plan.continuesOnFailure ? 0 : options.cases(of: plan.sequence).count
    self.options = options
    self.folder = folder
  }

  private struct Progress {
    var view: FlowProgress
    var records: [Int: FlowRecord] = [:]
    var hasFailed = false
    /// All has been told.
    var isOver = false
  }

  /// - Returns: whether all have passed.
  func play() throws -> Bool {
    let progress = Mutex(Progress(view: FlowProgress(of: numbers.count)))
    // Whoever ends it from outside is told what ran, too.
    Leaving.before {
      progress.withLock { progress in
        report(progress)
        progress.isOver = true
      }
      FlowWorker.terminateAll()
      folder.remove()
    }
    let words = CommandLine.arguments.dropFirst() + ["--worker", folder.path]
    func play(_ numbers: some Sequence<Int>, width: Int) throws {
      try FlowPool(arguments: Array(words), width: width).play(numbers) { news in
        progress.withLock { hear(news, &$0) }
      }
    }
    try play(numbers.prefix { $0 < ordered }, width: 1)
    let goesOn = progress.withLock { !($0.hasFailed && (options.failFast || ordered > 0)) }
    if goesOn { try play(numbers.drop { $0 < ordered }, width: options.parallel) }
    return progress.withLock { progress in
      report(progress)
      return !progress.hasFailed && progress.records.count == numbers.count
    }
  }

  /// - Returns: whether a further flow is begun.
  private func hear(_ news: FlowPool.News, _ progress: inout Progress) -> Bool {
    guard !progress.isOver else { return false }
    switch news {
    case .began(let number): progress.view.begin(number, cases[number].name)
    case .ended(let number, let line):
      if let record = try? JSONDecoder().decode(FlowRecord.self, from: Data(line)) {
        note(record, number, &progress)
      } else {
        note(lost("what it said cannot be read", number), number, &progress)
      }
    case .died(let number, let words): note(lost(words, number), number, &progress)
    }
    return !Output.isBroken && !(options.failFast && progress.hasFailed)
  }

  private func note(_ record: FlowRecord, _ number: Int, _ progress: inout Progress) {
    let passed = record.outcome != .failed
    progress.records[number] = record
    if !passed { progress.hasFailed = true }
    progress.view.end(number, passed: passed, record.lines)
  }

  /// The process that played it has gone.
  private func lost(_ words: String, _ number: Int) -> FlowRecord {
    let one = cases[number]
    var record = FlowRecord(of: one.flow, on: one.recordedDevice, seed: one.seed)
    record.name = one.name
    record.outcome = .failed
    record.failure = StepFailure("the process that played it is gone: \(words)")
    return record
  }

  private func report(_ progress: Progress) {
    progress.view.finish()
    let records = progress.records.sorted { $0.key < $1.key }.map(\.value)
    if let folder = options.output {
      do throws(StorageProblem) {
        try ReportFiles.write(records, to: folder, in: LanguageOption.asked)
      } catch {
        _ = Complaint(error)?.tell()
      }
    }
    for line in flakes(records) { Output.print(line) }
    let failed = records.count { $0.outcome == .failed }
    let rest = numbers.count - records.count
    Output.print(
      "\(records.count - failed) passed, \(failed) failed"
        + (rest > 0 ? ", \(rest) not played" : ""))
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

/// A folder of its own for as long as a run takes.
struct ScratchFolder: Sendable {
  let path: String

  init() throws(StorageProblem) {
    var template = Array("\(Folders.temporary)/loyalhub-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw StorageProblem(Folders.temporary, code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

extension FlowRecord {
  /// What is printed of it: a line, and below it its warnings and why it failed.
  var lines: String {
    let time = Duration.milliseconds(milliseconds).tenths
    var lines = warnings.map { "  ⚠ \($0)" }
    lines.append("\(outcome == .failed ? "✗" : "✓") \(name) · \(time) s")
    // What failed and was made good by another attempt is told by the reports alone.
    let failed = outcome == .failed ? steps.filter { $0.outcome == .failed } : []
    for step in failed where !step.hasFailedInside {
      if let failure = step.failure { lines.append("  \(step.place): \(failure.words)") }
      if let screen = screen(step.after)?.frame {
        lines += screen.grid.text.split(separator: "\n", omittingEmptySubsequences: false)
          .map { "    │ \($0)" }
      }
    }
    if let failure { lines.append("  \(failure.words)") }
    return lines.joined(separator: "\n")
  }
}

extension StepFailure {
  fileprivate var words: String {
    var lines = [message]
    if let expected { lines.append("    expected: \(expected)") }
    if let actual { lines.append("    actual: \(actual)") }
    if !nearest.isEmpty { lines.append("    nearest: \(nearest.joined(separator: ", "))") }
    return lines.joined(separator: "\n")
  }
}
