import ArgumentParser
import Client
import Glibc
import Loyalty

/// `loyalhub`: opens the app on the configured server.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the app on your server (the default).")

  @OptionGroup var server: ServerOption
  @OptionGroup var view: ViewOptions

  func run() throws {
    let folders = Programs.loggedFolders()
    let accounts = try server.accounts(folders, isRemembered: true)
    let status = try Opening(view: view, hasLog: true).run {
      Opening.Setup(accounts: accounts, clock: .system(showing: view.calendar.moment))
    }
    guard status == 0 else { throw ExitCode(status) }
  }
}
