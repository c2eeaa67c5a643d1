import App
import Cells
import FlowLanguage
import FlowReports
import FlowScripts
import Flows
import Loyalty
import Synchronization

/// What has been sent since somebody last looked; from any thread.
private final class RequestLog: Sendable {
  let sent = Mutex<[SentRequest]>([])
}

/// Makes the record of a flow while it is played.
final class FlowRecorder: FlowObserver {
  private var record: FlowRecord
  /// What must not be read stands in it.
  var scope: FlowScope?
  private let isKeepingScreens: Bool
  private let fileName: String
  private let recording = FlowRecording()
  private var recordingProblem: (any Error)?
  /// What `startRecording` has begun.
  private var part: String?
  /// In the order in which they began.
  private var steps: [PlayedStep?] = []
  private var traces: [Int: [RequestTrace]] = [:]
  private var times: [Int: Int64] = [:]
  /// Those that are being played, the innermost last.
  private var open: [Int] = []
  private let requests = RequestLog()
  private var clock: () -> Instant = { Instant(milliseconds: 0) }
  private var start: Int64 = 0
  /// Whether something has been on the screen.
  private var hasSize = false

  init(_ one: FlowCase, isKeepingScreens: Bool) {
    self.isKeepingScreens = isKeepingScreens
    fileName = one.fileName
    record = FlowRecord(of: one.flow, on: one.recordedDevice, seed: one.seed)
    record.name = one.name
  }

  func watch(_ stage: FlowStage) {
    clock = { [clock = stage.clock] in clock.machine }
    start = clock().rawValue
    stage.onRequest = { [requests] request in requests.sent.withLock { $0.append(request) } }
    guard isKeepingScreens else { return }
    stage.onFrame = { [weak self] frame in
      guard let self else { return }
      do {
        try recording.add(shown(frame))
      } catch { recordingProblem = error }
    }
  }

  /// A part of the recording is kept under a name of its own; `nil` ends it.
  func keepPart(_ name: String?, in output: String) throws {
    if let part { try recording.save(in: output, as: SafeName.file(part), isPart: true) }
    part = name.map(masked)
    if name != nil { try recording.beginPart() }
  }

  func began(_ step: PlayedStep) {
    takeRequests()
    open.append(steps.count)
    times[steps.count] = clock().rawValue - start
    steps.append(step)
  }

  func ended(_ step: PlayedStep) {
    guard step.outcome != .notReached, let place = open.popLast() else {
      times[steps.count] = clock().rawValue - start
      return steps.append(step)
    }
    takeRequests(for: place)
    if !hasSize, let size = step.after?.grid.size {
      record.device.size = size
      hasSize = true
    }
    steps[place] = kept(step)
  }

  /// Steps whose screens are kept; of later ones those alone on which a step has failed.
  private static let mostScreens = 1000

  private func kept(_ step: PlayedStep) -> PlayedStep {
    let isKept = isKeepingScreens && steps.count <= FlowRecorder.mostScreens
    guard !isKept, step.outcome != .failed else { return step }
    var step = step
    (step.before, step.after) = (nil, nil)
    return step
  }

  /// What was sent since the last call belongs to the innermost step.
  private func takeRequests(for place: Int? = nil) {
    let new = requests.sent.withLock { requests in
      defer { requests = [] }
      return requests
    }
    guard let place = place ?? open.last, !new.isEmpty else { return }
    traces[place, default: []] += new.map(RequestTrace.init)
  }

  func finish(_ played: PlayedFlow) {
    for (place, step) in steps.enumerated() {
      guard let step else { continue }
      record.add(
        stepRecord(step, place), before: step.before.map(shown), after: step.after.map(shown))
    }
    record.warnings = played.warnings.map { masked($0.words(in: .english)) }
    record.outcome =
      !played.hasPassed ? .failed : played.warnings.isEmpty ? .passed : .warned
    let isTold = record.steps.contains { $0.outcome == .failed }
    if let failure = played.failures.last, !isTold { record.failure = recorded(failure.failure) }
  }

  func fail(_ error: any Error) {
    record.outcome = .failed
    record.failure = StepFailure(masked(Complaint(error)?.description ?? "\(error)"))
  }

  /// - Parameter path: of one of the files of a screenshot.
  func note(screenshot path: String) {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    record.screenshots.append(String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex)))
  }

  func record(after duration: Duration) -> FlowRecord {
    let (seconds, attoseconds) = duration.components
    record.milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
    return record
  }

  func save(in output: String) throws {
    if let recordingProblem { throw recordingProblem }
    try keepPart(nil, in: output)
    try recording.save(in: output, as: fileName)
  }

  private func stepRecord(_ step: PlayedStep, _ place: Int) -> StepRecord {
    var record = StepRecord(
      step.path.map(String.init).joined(separator: "."), masked(step.step.words),
      at: step.step.place, label: step.title == masked(step.step.words) ? nil : masked(step.title),
      outcome: Outcome(step.outcome), failure: step.failure.map(recorded), time: times[place] ?? 0)
    record.requests = traces[place] ?? []
    record.console = step.console
    record.hasFailedInside =
      step.outcome == .failed
      && steps[(place + 1)...].contains { inner in
        inner.map {
          $0.outcome == .failed && $0.path.count > step.path.count
            && $0.path.starts(with: step.path)
        } ?? false
      }
    return record
  }

  private func recorded(_ failure: StepError) -> StepFailure {
    StepFailure(
      masked(failure.wording.english), expected: failure.expected.map(masked),
      actual: failure.actual.map(masked), nearest: failure.nearest.map(masked))
  }

  /// As it may be kept.
  func shown(_ frame: Frame) -> Frame { frame.hidingSecrets(of: scope) }

  func masked(_ text: String) -> String { scope?.masked(text) ?? text }
}
