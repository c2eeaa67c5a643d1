import ArgumentParser
import Client
import FlowScripts
@preconcurrency import Glibc
import Loyalty
import Output
import PictureDecoding
import Terminal
import Usage

/// The program: reads what was asked for, builds the parts, runs them.
@main
struct Loyalhub: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loyalhub",
    abstract: "Loyalty cards, balances and promotions in the terminal.",
    version: Version.current.description,
    subcommands: [
      Open.self, Demo.self, WalletCommand.self, ContentCommand.self, Test.self,
      HierarchyCommand.self,
    ],
    defaultSubcommand: Open.self)

  static func main() {
    Output.begin()
    // Of processes that we start ourselves: no commands of a person's.
    if CommandLine.arguments.dropFirst().elementsEqual([PictureChild.verb]) {
      _exit(PictureChild.run())
    }
    if CommandLine.arguments.dropFirst().elementsEqual([ScriptChild.verb]) {
      _exit(ScriptChild.run())
    }
    Heap.share()
    leave(status())
  }

  /// Does what was asked for, as ArgumentParser's own `main`.
  ///
  /// - Returns: the exit status.
  private static func status() -> Int32 {
    do {
      var command = try parseAsRoot()
      try command.run()
      return 0
    } catch let refusal as Refusal {
      fputs("loyalhub: \(refusal)\n", stderr)
      return Refusal.exitStatus
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return Complaint(error)?.tell() ?? Usage.tell(error, of: Loyalhub.self)
    }
  }

  /// NB: without the exit handlers of libraries: libcurl's thread may be in the middle of OpenSSL,
  /// which these handlers take apart.
  private static func leave(_ status: Int32) -> Never {
    closeStores()
    let status = Output.end("loyalhub", status: status)
    fflush(nil)
    _exit(status)
  }
}
