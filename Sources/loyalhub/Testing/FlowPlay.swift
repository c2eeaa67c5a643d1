import Client
import FlowLanguage
import FlowReports
import FlowScripts
import Flows
import Loyalty

/// Plays a case of a flow, and keeps what happened for the reports.
struct FlowPlay {
  /// Path of the server.
  let program: String
  let moment: Instant
  /// Where reports and screenshots go; `nil` keeps none.
  let output: String?
  /// Whether screenshots that are compared are taken for right.
  let updates: Bool
  /// Of the command line; their values stand in no report.
  let variables: [Flow.Variable]
  let names: ScreenshotNames

  var secrets: Set<String> { Set(variables.compactMap(\.value.literal)) }

  func play(_ one: FlowCase, from seeded: SeededDatabases) -> FlowRecord {
    let start = ContinuousClock.now
    let recorder = FlowRecorder(one, isKeepingScreens: output != nil)
    do {
      let stage = try FlowStage(
        server: program, showing: moment, from: seeded, seed: one.seed)
      defer { stage.close() }
      stage.device = one.device
      recorder.watch(stage)
      keepScreenshots(of: stage, one, recorder)
      let scope = FlowScope(
        scripts: ScriptMachine(seed: one.seed), seed: one.seed,
        secrets: secrets,
        now: { stage.scriptTime })
      recorder.scope = scope
      try scope.push(FlowScope.variables(of: one.flow.file) + variables)
      recorder.finish(
        Player(stage, scope: scope, observer: recorder, seed: one.seed).play(one.flow))
      if let output { try recorder.save(in: output) }
    } catch {
      recorder.fail(error)
    }
    return recorder.record(after: ContinuousClock.now - start)
  }

  private func keepScreenshots(
    of stage: FlowStage, _ one: FlowCase, _ recorder: FlowRecorder
  ) {
    guard let output else { return }
    stage.onRecording = { [weak recorder] name in try recorder?.keepPart(name, in: output) }
    let kept = Screenshots(folder: output)
    stage.onScreenshot = { [weak recorder, names] name, frame, part in
      guard let recorder else { return }
      let name = recorder.masked(names.name(name, of: one))
      recorder.note(screenshot: try kept.save(name, recorder.shown(frame), crop: part))
    }
    stage.onComparison = { [weak recorder, names, updates] name, frame, part in
      guard let recorder else { return }
      let name = recorder.masked(names.name(name, of: one, byRound: false))
      let shown = recorder.shown(frame)
      switch try kept.compare(name, shown, crop: part, isUpdating: updates) {
      case .same, .updated: break
      case .differs(let difference):
        throw StepError(
          en: "\(name) looks otherwise\n\(difference.text(in: .english))",
          ru: "\(name) выглядит иначе\n\(difference.text(in: .russian))")
      case .missing(let path):
        throw StepError(
          en: "there is no \(path) to compare with; --update makes it",
          ru: "сравнить не с чем: \(path) нет; --update его сделает")
      case .unreadable(let path):
        throw StepError(
          en: "\(path) is no screenshot; --update replaces it",
          ru: "\(path) — не снимок; --update его заменит")
      }
    }
  }
}

extension FlowCase {
  var device: FlowDevice {
    var device = FlowDevice()
    (device.language, device.size) = (language, size)
    (device.theme, device.brand) = (theme, brand)
    return device
  }
}
