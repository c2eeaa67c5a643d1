import Glibc
import Synchronization

/// The line with the address, and what comes of it when nobody can read it.
///
/// As daemons do whose log has no room, the server goes on where the address is known without the
/// line, and says so on standard error. Where standard output is the only way to something that is
/// needed, the address or the codes, nobody could ever use the server, and it leaves.
final class StartLine: Sendable {
  /// Whether somebody needs what stands on standard output.
  let isNeeded: Bool
  /// Where the server's health is told, if anywhere.
  private let health: String?
  private let refused = Mutex<StartFailure?>(nil)

  init(isNeeded: Bool, health: String? = nil) {
    self.isNeeded = isNeeded
    self.health = health
  }

  var failure: StartFailure? { refused.withLock(\.self) }

  /// - Parameter next: is done when somebody can use the server.
  func write(_ address: String, next: @escaping @Sendable () -> Void) {
    let health = health.map { "\nhealth on \($0)" } ?? ""
    Lines.output.write("listening on \(address)\(health)", isLast: true) { [self] code in
      if code != 0 { refuse(address, code) }
      if failure == nil { next() }
    }
  }

  private func refuse(_ address: String, _ code: Int32) {
    let words = "standard output: \(String(cString: strerror(code)))"
    if isNeeded {
      refused.withLock { $0 = StartFailure("\(words); nobody could read what this server says") }
      kill(getpid(), SIGTERM)
    } else {
      Lines.error.write("loyalhub-server: \(words); listening on \(address)")
    }
  }
}
