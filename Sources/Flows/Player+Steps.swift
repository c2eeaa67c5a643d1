import App
import Cells
import Client
import FlowLanguage
import FlowScripts

/// One step after another, and what each of them came to.
extension Player {
  /// - Parameter first: the number of the first.
  func playAll(_ steps: [Step], from first: Int = 1) throws(FlowFailure) {
    for (index, step) in steps.enumerated() {
      path.append(first + index)
      defer { path.removeLast() }
      do throws(FlowFailure) {
        try play(step)
      } catch {
        for (offset, step) in steps[(index + 1)...].enumerated() {
          var missed = description(of: step)
          missed.path[missed.path.count - 1] += offset + 1
          missed.outcome = .notReached
          observer?.ended(missed)
        }
        throw error
      }
    }
  }

  private func play(_ step: Step) throws(FlowFailure) {
    var record = description(of: step)
    try countStep(at: step.place)
    record.before = app?.frame
    observer?.began(record)
    let outer = (current, rounds)
    (current, rounds) = (step, nil)
    var stop: FlowFailure?
    do {
      record.outcome = try act(step) ? .passed : .skipped
      if !step.command.hasSteps, let app { world.show(app.frame) }
    } catch {
      let failed = failure(error, at: step.place)
      record.failure = failed.failure
      record.outcome = .failed
      if failed.kind == .step, step.isOptional {
        record.outcome = .warned
        warn(failed.failure.wording, at: failed.place)
      } else if failed.kind == .step, step.isSoft {
        played.failures.append(failed)
      } else {
        stop = failed
      }
    }
    record.rounds = rounds
    record.console = scope.takeConsole()
    (current, rounds) = outer
    record.after = app?.frame
    observer?.ended(record)
    if let stop { throw stop }
  }

  private func description(of step: Step) -> PlayedStep {
    // NB: a label that asks for what is not there is told as it is written.
    let caption = if case .say(let words) = step.command { words } else { step.label }
    let label = caption.map { (try? scope.render($0)) ?? $0.description }
    return PlayedStep(
      step: step, path: path, title: scope.masked(label ?? step.words))
  }

  func countStep(at place: Place) throws(FlowFailure) {
    stepCount += 1
    guard stepCount > Player.mostSteps else { return }
    var failed = failure(
      StepError(
        en: "a flow has \(Player.mostSteps) steps at most, repeated ones counted",
        ru: "в сценарии не больше \(Player.mostSteps) шагов, считая повторённые"), at: place)
    failed.kind = .bound
    throw failed
  }

  /// Once, however often the step is played.
  func tellIdle(of step: Step) {
    guard !step.idle.isEmpty, toldIdle.insert(step.place.description).inserted else { return }
    let names = step.idle.joined(separator: ", ")
    warn(
      Wording(
        en: "in a terminal cells have no speed, and nothing waits for a finger: \(names) of "
          + "\(step.command.name) changes nothing",
        ru: "в терминале у клеток нет скорости, и никто не ждёт пальца: \(names) у "
          + "\(step.command.name) ничего не меняет"), at: step.place)
  }

  func warn(_ wording: Wording, at place: Place) {
    played.warnings.append(
      .init(
        place: place,
        wording: Wording(en: scope.masked(wording.english), ru: scope.masked(wording.russian))))
  }

  /// A failure with its place and the screen; one that has them stays as it is.
  func failure(_ error: any Error, at place: Place) -> FlowFailure {
    if let failed = error as? FlowFailure { return failed }
    if let failed = error as? ScriptFailure {
      let words = failed.wording
      guard let own = failed.place, own.file != place.file else {
        let error = StepError(en: words.english, ru: words.russian)
        return failure(error, at: failed.place ?? place)
      }
      // The step is where it was asked for.
      let error = StepError(en: "\(own): \(words.english)", ru: "\(own): \(words.russian)")
      return failure(error, at: place)
    }
    var failure = error as? StepError ?? StepError(en: "\(error)", ru: "\(error)")
    failure.wording.english = scope.masked(failure.wording.english)
    failure.wording.russian = scope.masked(failure.wording.russian)
    failure.expected = failure.expected.map(scope.masked)
    failure.actual = failure.actual.map(scope.masked)
    return FlowFailure(place: place, path: path, failure: failure, screen: screen())
  }

  /// The screen as it stood, for the report.
  private func screen() -> String {
    guard let app else { return "" }
    return app.frame.grid.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "    │ \(scope.masked(String($0)))" }.joined(separator: "\n")
  }
}
