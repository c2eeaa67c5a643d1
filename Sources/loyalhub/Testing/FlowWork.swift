import Client
import FlowLanguage
import FlowReports
import FoundationEssentials
import Glibc
import Output

/// What a process of a run does: plays the cases whose numbers it is told, one a line, and says what
/// came of each as one line of JSON.
struct FlowWork {
  private let cases: [FlowCase]
  private let play: FlowPlay
  private let seeded: SeededDatabases
  private let databases: String

  /// - Parameter databases: the folder with those that all processes copy.
  init(_ cases: [FlowCase], _ play: FlowPlay, databases: String) {
    self.cases = cases
    self.play = play
    self.databases = databases
    seeded = SeededDatabases(program: play.program, in: databases, showing: play.moment)
  }

  func obey() {
    // What its servers leave when it is killed goes with the folder of the run.
    setenv("TMPDIR", databases, 1)
    StuckFlow.watch(hiding: play.secrets)
    let encoder = JSONEncoder()
    while let line = readLine() {
      guard let number = Int(line), cases.indices.contains(number) else { continue }
      StuckFlow.note(cases[number])
      let record = play.play(cases[number], from: seeded)
      guard let json = try? encoder.encode(record) else { return }
      Output.print(String(decoding: json, as: UTF8.self))
    }
  }
}
