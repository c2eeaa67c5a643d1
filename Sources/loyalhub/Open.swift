import ArgumentParser
import Client
import Glibc
import Transport

/// `loyalhub`: opens the app on the configured server.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the app on your server (the default).")

  @Option(
    help: ArgumentHelp(
      "https://host, or unix:/path of a socket; the first one is remembered.",
      valueName: "address"))
  var server: String?

  @OptionGroup var view: ViewOptions

  func run() throws {
    let folders = Programs.folders
    let configuration = Configuration(folder: folders.config)
    let address = try server ?? configuration.server()
    // An address that is none is refused before anything is opened.
    _ = try Endpoint(address)
    if server != nil { configuration.remember(server: address) }
    let status = try Opening(view: view, logFolder: folders.state).run {
      Opening.Ground(accounts: try Accounts(folders: folders, opening: address))
    }
    guard status == 0 else { throw ExitCode(status) }
  }
}
