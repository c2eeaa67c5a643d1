import FlowLanguage
import FoundationEssentials
import Glibc

/// JavaScriptCore in a process of its own, started with the first script of a flow.
///
/// What a script does to it, it does to none but its flow: it may use the processor for two seconds,
/// and the process 256 MB of memory. One that takes more ends the process, and with it `output`: each
/// later script of the flow fails and says so.
public final class ScriptMachine: ScriptRunning {
  private let program: String
  private let library: String
  private let shared: String
  let limits: ScriptLimits
  private(set) var process: ScriptProcess?
  /// Why no script is run any more.
  private var end: ScriptFailure?

  static let library = "libjavascriptcoregtk-4.1.so.0"
  static let package = "libjavascriptcoregtk-4.1-0"

  /// - Parameters:
  ///   - seed: of `Math.random`.
  ///   - program: what is started with `ScriptChild.verb`; our own unless a test says otherwise.
  public convenience init(seed: UInt64, program: String = "/proc/self/exe") {
    self.init(seed: seed, program: program, limits: ScriptLimits())
  }

  init(
    seed: UInt64, program: String, library: String = ScriptMachine.library, limits: ScriptLimits
  ) {
    self.program = program
    self.library = library
    self.limits = limits
    shared = ScriptWorld.shared(seed: seed)
  }

  /// Whether the process has been started.
  var isStarted: Bool { process != nil || end != nil }
  /// The number of the process that runs.
  var processID: pid_t? { process?.process }

  public func run(_ script: ScriptInput) -> ScriptOutput {
    do throws(ScriptFailure) {
      let process = try started(at: script.place)
      let given = ScriptGiven(
        now: script.now, copied: script.copiedText, variables: script.variables)
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      guard let json = try? encoder.encode(given) else {
        throw .nonsense(at: script.place)
      }
      let message = ScriptWire.message([
        String(max(1, script.place.line)), String(decoding: json, as: UTF8.self), script.source,
        script.place.file,
      ])
      guard ScriptWire.length(message.prefix(4)) != nil else {
        throw .tooMuchGiven(at: script.place)
      }
      return try output(of: process.exchange(message, limits), of: script, by: process)
    } catch {
      return ScriptOutput(.failure(error), copiedText: script.copiedText)
    }
  }

  /// What the library says against a script, of which nothing is run.
  ///
  /// - Throws: what keeps it from being looked at.
  func fault(of script: ScriptInput) throws(ScriptFailure) -> ScriptFailure? {
    let process = try started(at: script.place)
    let message = ScriptWire.message([
      String(max(1, script.place.line)), script.source, script.place.file,
    ])
    guard ScriptWire.length(message.prefix(4)) != nil else {
      throw .tooMuchGiven(at: script.place)
    }
    let outcome = process.exchange(message, limits)
    if case .message(let body) = outcome, ScriptWire.parts(1, of: body) == [""] { return nil }
    switch try output(of: outcome, of: script, by: process).result {
    case .success: throw stop(process, .nonsense(at: script.place))
    case .failure(let failure): return failure
    }
  }

  private func started(at place: Place) throws(ScriptFailure) -> ScriptProcess {
    if var end {
      end.place = place
      throw end
    }
    if let process { return process }
    let process: ScriptProcess
    do throws(ScriptProcess.NotStarted) {
      process = try ScriptProcess(program)
    } catch {
      throw .notStarted("\(error)", at: place)
    }
    let message = ScriptWire.message([library, shared])
    guard case .message(let body) = process.exchange(message, limits) else {
      throw stop(process, .nonsense(at: place))
    }
    guard body.isEmpty else {
      let failure = ScriptFailure.noLibrary(ScriptMachine.package, at: place)
      end = failure
      throw failure
    }
    self.process = process
    return process
  }

  private func output(
    of outcome: ScriptProcess.Outcome, of script: ScriptInput, by process: ScriptProcess
  ) throws(ScriptFailure) -> ScriptOutput {
    let place = script.place
    switch outcome {
    case .message(let body):
      if body.isEmpty {
        // The library may have no memory even to say so.
        let isLarge = mayBeMemory(process.end()?.mostBytes)
        throw stop(process, isLarge ? .tooLarge(limits, at: place) : .noAnswer(at: place))
      }
      guard let text = ScriptWire.parts(1, of: body)?.first,
        let answer = try? JSONDecoder().decode(ScriptAnswer.self, from: Data(text.utf8)),
        let output = ScriptOutput(answer, of: script)
      else { throw stop(process, .nonsense(at: place)) }
      return output
    case .tooSlow: throw stop(process, .tooSlow(limits, at: place))
    case .tooLong: throw stop(process, .tooLong(limits, at: place))
    case .tooLarge: throw stop(process, .tooLarge(limits, at: place))
    case .nonsense: throw stop(process, .nonsense(at: place))
    case .gone:
      let last = process.end()
      // NB: the library ends itself where it gets no memory for what is not an array.
      guard let last, !mayBeMemory(last.mostBytes) else {
        throw stop(process, .tooLarge(limits, at: place))
      }
      let isSlow = last.status == .signal(SIGXCPU)
      throw stop(
        process, isSlow ? .tooSlow(limits, at: place) : .ended(last.status, at: place))
    }
  }

  /// Whether memory may be what a process has ended for.
  private func mayBeMemory(_ mostBytes: Int?) -> Bool {
    (mostBytes ?? 0) > limits.megabytes << 19
  }

  /// Ends the process; each later script is told why.
  private func stop(_ process: ScriptProcess, _ failure: ScriptFailure) -> ScriptFailure {
    _ = process.end()
    self.process = nil
    end = .noMore(after: failure.place)
    return failure
  }
}
