import ArgumentParser
import Client
import Flows
@preconcurrency import Glibc
import Loyalty
import Output

/// `loyalhub test`: plays flows against the demo server, headless.
struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play flows in Maestro's syntax against a demo server, headless.",
    discussion:
      "Exit status: 0 when all flows passed, 1 when one failed, 2 when one cannot be read.")

  @Argument(help: "Flow files, or folders of them.")
  var paths: [String]

  @OptionGroup var calendar: ClockOption

  @Option(
    name: .shortAndLong,
    help: "Where screenshots go, and what a terminal gets (.ansi); without it they are not kept.")
  var output: String?

  func run() throws {
    Leaving.watch()
    let flows = try read()
    var failures = 0
    for flow in flows where !Output.isBroken {
      let start = ContinuousClock().now
      var words = "passed"
      do {
        let stage = try FlowStage(
          server: Programs.server, output: output, showing: calendar.moment ?? FlowStage.moment)
        defer { stage.close() }
        let recording = FlowRecording()
        var problem: (any Error)?
        if output != nil {
          stage.onFrame = { frame in
            do { try recording.add(frame) } catch { problem = error }
          }
        }
        for warning in try stage.play(flow) { say("  ⚠ \(warning)") }
        if let problem { throw problem }
        if let output { try recording.save(in: output, of: flow.file) }
      } catch {
        failures += 1
        words = "failed: \(error)"
      }
      let time = ContinuousClock().now - start
      say("\(words == "passed" ? "✓" : "✗") \(flow.name) · \(time.tenths) s")
      if words != "passed" { say("  \(words)") }
    }
    Output.print("\(flows.count - failures) passed, \(failures) failed")
    guard failures == 0 else { throw ExitCode(1) }
  }

  /// What a flow says may hold what steers a terminal.
  private func say(_ words: String) {
    Output.print(cleaned(words, limit: 100_000, keepingNewlines: true))
  }

  /// All of them before the first is played.
  private func read() throws -> [Flow] {
    _ = try Programs.loggedFolders()
    do {
      return try FlowFiles.find(paths).map { try FlowReader.read($0) }
    } catch {
      guard let complaint = Complaint(error) else { throw error }
      _ = complaint.tell()
      throw ExitCode(2)
    }
  }
}

extension Duration {
  /// Seconds with one decimal.
  var tenths: String {
    let (seconds, attoseconds) = components
    return "\(seconds).\(attoseconds / 100_000_000_000_000_000)"
  }
}
