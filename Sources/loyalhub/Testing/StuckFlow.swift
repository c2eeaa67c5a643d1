import FlowLanguage
import FlowReports
import FlowScripts
import Flows
import FoundationEssentials
@preconcurrency import Glibc
import Output
import Synchronization

/// What becomes of a flow whose regular expression takes too long: it has failed, and the process that
/// plays begins anew, as nothing else stops it.
enum StuckFlow {
  private static let playing = Mutex<FlowCase?>(nil)

  /// The flow that is played from now on.
  static func note(_ one: FlowCase) {
    playing.withLock { $0 = one }
  }

  /// - Parameter secrets: values that are not to be told.
  static func watch(hiding secrets: Set<String>) {
    MatchWatch.start { pattern, place in
      if let one = playing.withLock({ $0 }) { tell(of: one, pattern, place, hiding: secrets) }
      beginAnew()
    }
  }

  private static func tell(
    of one: FlowCase, _ pattern: String, _ place: Place?, hiding secrets: Set<String>
  ) {
    let scope = FlowScope(
      scripts: ScriptMachine(seed: one.seed), seed: one.seed, secrets: secrets, now: { 0 })
    var record = FlowRecord(of: one.flow, on: one.recordedDevice, seed: one.seed)
    record.name = one.name
    record.outcome = .failed
    let words = "the regular expression \"\(pattern.prefix(200))\" takes too long"
    record.failure = StepFailure(
      scope.masked("\(place ?? Place(one.flow.file)): \(words)"))
    guard let json = try? JSONEncoder().encode(record) else { return }
    Output.print(String(decoding: json, as: UTF8.self))
  }

  /// The same program with the same arguments, which goes on with the next flow that it is told.
  private static func beginAnew() -> Never {
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
    var arguments = CommandLine.arguments.map { strdup($0) } + [nil]
    execv("/proc/self/exe", &arguments)
    _exit(1)
  }
}
