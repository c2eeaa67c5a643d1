import ArgumentParser
import Client
@preconcurrency import Glibc
import Loyalty

/// The program: reads what was asked for, builds the parts, runs them.
@main
struct Loyalhub: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loyalhub",
    abstract: "Loyalty cards, balances and promotions in the terminal.",
    version: Version.current.description,
    subcommands: [Open.self, Demo.self, Test.self],
    defaultSubcommand: Open.self)

  /// As ArgumentParser's own, with an exit status for what cannot be shown here.
  static func main() {
    do {
      if let open = opening(CommandLine.arguments.dropFirst()) {
        try open.run()
      } else {
        var command = try parseAsRoot()
        try command.run()
      }
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

  /// The default command without the others beside it: the whole tree costs a millisecond to look
  /// at, which the first frame can do without. Anything odd is for the whole tree, and its help.
  private static func opening(_ arguments: ArraySlice<String>) -> Open? {
    guard arguments.first.map({ $0.hasPrefix("--") }) ?? true else { return nil }
    return try? Open.parse(Array(arguments))
  }
}
