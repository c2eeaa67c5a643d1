import ArgumentParser
import Client
import Glibc
import Loyalty
import Usage

/// `loyalhub`: opens the app on the configured server.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the app on your server, or where a join link leads (the default).")

  @Argument(
    help: ArgumentHelp(
      "Where to log in or join, as the business gives it: https://host.", valueName: "link"))
  var link: String?

  @OptionGroup var server: ServerOption
  @OptionGroup var view: ViewOptions

  func validate() throws {
    guard let link else { return }
    // A slip in the name of a command is told as one.
    guard Usage.isAddress(link) else { throw ValidationError("'\(link)' is no link.") }
    guard server.server == nil else {
      throw ValidationError("There is one server at a time: leave out the link or --server.")
    }
  }

  func run() throws {
    let folders = try Programs.loggedFolders(view.language.spoken, making: true)
    let accounts = try server.accounts(folders, at: link, isRemembered: true)
    let status = try Opening(view: view, hasLog: true).run {
      Opening.Setup(accounts: accounts, clock: .system(showing: view.calendar.moment))
    }
    guard status == 0 else { throw ExitCode(status) }
  }
}
