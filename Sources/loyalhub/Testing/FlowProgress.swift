import Loyalty
import Output

/// What a person sees while flows are played: a line for each that has ended, and below them, on a
/// terminal, how far it is and what is being played.
struct FlowProgress {
  private let total: Int
  private let isLive = Output.terminalWidth != nil
  private var ended = 0
  private var failed = 0
  private var playing: [Int: String] = [:]

  init(of total: Int) {
    self.total = total
  }

  /// Which are being played.
  var numbers: [Int] { playing.keys.sorted() }

  mutating func begin(_ number: Int, _ name: String) {
    playing[number] = name
    draw()
  }

  mutating func end(_ number: Int, passed: Bool, _ lines: String) {
    playing[number] = nil
    ended += 1
    if !passed { failed += 1 }
    erase()
    say(lines)
    draw()
  }

  /// Nothing is played any more.
  func finish() {
    erase()
  }

  /// What a flow says may hold what steers a terminal.
  private func say(_ words: String) {
    Output.print(cleaned(words, limit: 100_000, keepingNewlines: true))
  }

  private func erase() {
    if isLive { Output.print("\r\u{1B}[2K", terminator: "") }
  }

  private func draw() {
    guard let width = Output.terminalWidth, ended < total else { return }
    let filled = FlowProgress.cells * ended / max(1, total)
    let bar =
      String(repeating: "━", count: filled)
      + String(repeating: "─", count: FlowProgress.cells - filled)
    let failures = failed > 0 ? " · \(failed) failed" : ""
    let names = playing.sorted { $0.key < $1.key }.map(\.value).joined(separator: ", ")
    let line = "\(bar) \(ended)/\(total)\(failures) · \(cleaned(names, limit: 200))"
    Output.print("\r\u{1B}[2K\(line.prefix(max(0, width - 1)))", terminator: "")
  }

  private static let cells = 20
}
