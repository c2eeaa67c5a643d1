import FoundationEssentials
import Glibc
public import Loyalty
import Synchronization

/// The databases of the demo's brands as their seeds make them, each made once: a server on a copy has
/// nothing to fill.
public final class SeededDatabases: Sendable {
  private let program: String
  private let moment: Instant
  private let folder: String
  private let made = Mutex<Set<String>>([])

  /// - Parameters:
  ///   - folder: where they stand; whoever asks for them removes it. What another process has made
  ///     there is taken as it is.
  ///   - moment: what the calendar shows when a brand begins.
  public init(program: String, in folder: String, showing moment: Instant) {
    self.program = program
    self.folder = folder
    self.moment = moment
  }

  /// Puts the database of a brand where its server is going to look for it.
  func copy(_ seed: String, to path: String) throws(DemoServer.Failure) {
    let original = "\(folder)/\(seed).sqlite"
    try made.withLock { made throws(DemoServer.Failure) in
      guard made.insert(seed).inserted, access(original, R_OK) != 0 else { return }
      try make(seed, original)
    }
    do {
      try FileManager.default.copyItem(atPath: original, toPath: path)
    } catch {
      throw DemoServer.Failure(
        description: "the demo's database cannot be copied: \(String(cString: strerror(errno)))")
    }
  }

  /// A server fills it and leaves; under another name until it is whole.
  private func make(_ seed: String, _ original: String) throws(DemoServer.Failure) {
    let draft = "\(folder)/\(seed)-\(getpid())"
    let log = ChildLog(draft + ".log")
    let child = try Child.spawn(
      [
        program, "--socket", draft + ".sock", "--database", draft, "--seed", seed,
        "--sms", "stdout", "--exit-with-parent", "--clock", moment.rfc3339, "--chance", "0",
      ], errors: log.path)
    var reader = LineReader(child.output)
    let isUp = reader.next()?.hasPrefix("listening on ") == true
    let hasLeft = child.finish()
    guard isUp, hasLeft, rename(draft, original) == 0 else {
      throw DemoServer.Failure(
        description: "the demo's database was not filled. \(log.lastLine)")
    }
  }
}
