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
  let options: FlowRun
  /// What the processes that play share.
  private let folder: ScratchFolder

  init(_ plan: FlowPlan, _ options: FlowRun, _ folder: ScratchFolder) {
    cases = options.cases(of: plan.sequence + plan.flows)
    numbers = Array(cases.indices)
    ordered = plan.continuesOnFailure ? 0 : options.cases(of: plan.sequence).count
    self.options = options
    self.folder = folder
  }

  struct Progress {
    var view: FlowProgress
    var records: [Int: FlowRecord] = [:]
    var hasFailed = false
    /// All has been told.
    var isOver = false
  }

  /// - Returns: whether all have passed.
  func play() throws -> Bool {
    if let output = options.output { try ReportFiles.clear(output) }
    let progress = Mutex(Progress(view: FlowProgress(of: numbers.count)))
    // Whoever ends it from outside is told what ran, too.
    Leaving.before {
      progress.withLock { progress in
        guard !progress.isOver else { return }
        progress.isOver = true
        callOff(&progress)
        _ = report(progress)
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
    let hasPassed = progress.withLock { progress -> Bool? in
      guard !progress.isOver else { return nil }
      progress.isOver = true
      return report(progress) && !progress.hasFailed && progress.records.count == numbers.count
    }
    if let hasPassed { return hasPassed }
    // The signal that has called it off ends the process.
    while true { poll(nil, 0, -1) }
  }

  /// Those that are being played have not passed, and those after them were not begun.
  private func callOff(_ progress: inout Progress) {
    for number in progress.view.numbers {
      note(lost("called off before its end", number), number, &progress)
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
    case .died(let number, let words):
      note(lost("the process that played it is gone: \(words)", number), number, &progress)
    }
    return !Output.isBroken && !(options.failFast && progress.hasFailed)
  }

  func note(_ record: FlowRecord, _ number: Int, _ progress: inout Progress) {
    let passed = record.outcome != .failed
    progress.records[number] = record
    if !passed { progress.hasFailed = true }
    progress.view.end(number, passed: passed, record.lines)
  }

  func record(of number: Int) -> FlowRecord {
    let one = cases[number]
    var record = FlowRecord(of: one.flow, on: one.recordedDevice, seed: one.seed)
    record.name = one.name
    return record
  }

  /// Nobody has told what became of it.
  func lost(_ words: String, _ number: Int) -> FlowRecord {
    var record = record(of: number)
    record.outcome = .failed
    record.failure = StepFailure(words)
    return record
  }
}
