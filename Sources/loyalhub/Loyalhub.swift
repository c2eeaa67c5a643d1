import ArgumentParser
import Client
@preconcurrency import Glibc
import Loyalty
import Terminal

/// The program: reads what was asked for, builds the parts, runs them.
@main
struct Loyalhub: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loyalhub",
    abstract: "Loyalty cards, balances and promotions in the terminal.",
    version: Version.current.description,
    subcommands: [Open.self, Demo.self, WalletCommand.self, ContentCommand.self, Test.self],
    defaultSubcommand: Open.self)

  /// As ArgumentParser's own, with an exit status for what cannot be shown here.
  static func main() {
    Heap.share()
    do {
      var command = try parseAsRoot()
      try command.run()
      leave(0)
    } catch let refusal as Refusal {
      fputs("loyalhub: \(refusal)\n", stderr)
      leave(Refusal.exitStatus)
    } catch let code as ExitCode {
      leave(code.rawValue)
    } catch {
      exit(withError: error)
    }
  }

  /// NB: without the exit handlers of libraries: libcurl's thread may be in the middle of OpenSSL,
  /// which these handlers take apart.
  private static func leave(_ status: Int32) -> Never {
    fflush(nil)
    _exit(status)
  }
}
