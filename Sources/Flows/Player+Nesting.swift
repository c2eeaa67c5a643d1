import App
import Client
import FlowLanguage
import FlowScripts

/// Steps of steps, conditions and scripts.
extension Player {
  static let mostRounds = 10_000
  /// As Maestro's.
  static let mostRetries = 3

  /// - Returns: `false` when its condition does not hold.
  func run(_ subflow: Subflow) throws -> Bool {
    guard try holds(subflow.condition) else { return false }
    try push(subflow.env)
    defer { pop(subflow.env) }
    var stop: FlowFailure?
    var count = 0
    for steps in [subflow.steps, subflow.onComplete] {
      do throws(FlowFailure) {
        try playAll(steps, from: count + 1)
      } catch {
        stop = stop ?? error
        if error.kind == .bound { break }
      }
      count += steps.count
    }
    if let stop { throw stop }
    return true
  }

  func run(_ script: ScriptFile) throws -> Bool {
    guard try holds(script.condition) else { return false }
    try push(script.env)
    defer { pop(script.env) }
    var file = script
    file.env = []
    try scope.run(file)
    return true
  }

  func run(_ repetition: Repetition) throws -> Bool {
    let times = try repetition.times.map { try number($0, of: "times") }
    var count = 0
    while try count < times ?? .max && holds(repetition.condition) {
      guard count < Player.mostRounds else {
        throw StepError(
          en: "repeat has gone round \(Player.mostRounds) times, which is the most",
          ru: "repeat выполнен \(Player.mostRounds) раз, больше нельзя")
      }
      if let place = current?.place { try countStep(at: place) }
      count += 1
      let step = current
      try playAll(repetition.steps)
      current = step
      rounds = count
    }
    return count > 0
  }

  func run(_ retry: Retry) throws {
    let wanted = try number(retry.mostRetries, of: "maxRetries")
    let most = min(wanted, Player.mostRetries)
    if wanted > most, let place = current?.place {
      warn(
        Wording(
          en: "maxRetries is \(Player.mostRetries) at most, here is \(wanted)",
          ru: "maxRetries — не больше \(Player.mostRetries), здесь \(wanted)"), at: place)
    }
    try push(retry.env)
    defer { pop(retry.env) }
    let step = current
    let isRecording = recording != nil
    for attempt in 0...most {
      let soft = played.failures.count
      rounds = attempt + 1
      do throws(FlowFailure) {
        try playAll(retry.steps)
        current = step
        rounds = attempt + 1
        // A soft step has failed: the steps have not passed.
        guard played.failures.count > soft, attempt < most else { return }
      } catch {
        guard error.kind != .bound, attempt < most else { throw error }
      }
      current = step
      // What an attempt has begun ends with it.
      if !isRecording, recording != nil { try stopRecording() }
      played.failures.removeSubrange(soft...)
      unexpected = []
    }
  }

  /// Begins to know variables; one that cannot be told is named with its place.
  func push(_ env: [Flow.Variable], at place: Place? = nil) throws(FlowFailure) {
    for (index, variable) in env.enumerated() {
      do throws(ScriptFailure) {
        try scope.push([variable])
      } catch {
        pop(env[..<index])
        var failed = error
        failed.wording = Wording(
          en: "env \(variable.name): \(error.wording.english)",
          ru: "env \(variable.name): \(error.wording.russian)")
        throw failure(failed, at: variable.place ?? place ?? current?.place ?? Place(""))
      }
    }
  }

  func pop(_ env: some Collection<Flow.Variable>) {
    for _ in env { scope.pop() }
  }

  /// Whether all that is given holds.
  func holds(_ condition: Condition?) throws -> Bool {
    guard let condition else { return true }
    if let platform = condition.platform, platform.lowercased() != "terminal" { return false }
    if let selector = condition.visible {
      let wanted = try wanted(selector)
      let time = patience.optionalLookup
      guard let element = try look(for: wanted, in: running(), within: time) else {
        if let fault = wanted.fault { throw fault }
        return false
      }
      expect(element)
    }
    if let selector = condition.notVisible {
      let wanted = try wanted(selector)
      guard try running().wait(for: patience.optionalLookup, until: wanted.isMissing) else {
        return false
      }
      if let fault = wanted.fault { throw fault }
    }
    return try condition.isTrue.map { try scope.holds($0) } ?? true
  }

  /// A whole number from 0 that a text comes to.
  func number(_ template: Template, of name: String) throws -> Int {
    let text = try scope.render(template)
    guard let number = Double(text), number >= 0, number <= 1e9 else {
      throw StepError(
        en: "\(name) is a number from 0, here is \"\(text)\"",
        ru: "\(name) — число от 0, здесь «\(text)»")
    }
    return Int(number)
  }
}
