import ArgumentParser
import Client
import Transport

/// Which server; the same for each command that asks one.
struct ServerOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "https://host, or unix:/path of a socket; the first one is remembered.",
      valueName: "address"))
  var server: String?

  @Flag(
    help: ArgumentHelp(
      "Allow http:// to another machine, also the next time: everybody on the way can read and "
        + "change what is sent."))
  var insecureHttp = false

  /// The accounts, with the one of the server that was asked for, or that is configured.
  ///
  /// - Parameters:
  ///   - link: a join link, which is a server's address without the option's name.
  ///   - isRemembered: whether an address that was given becomes that of the next start; one of a link
  ///     that somebody else has written does once a server of ours has answered there.
  func accounts(
    _ folders: Folders, at link: String? = nil, isRemembered: Bool
  ) throws -> Accounts {
    let configuration = Configuration(folder: folders.config)
    let given = link ?? server
    let address = try given ?? configuration.server()
    // An address that is none is refused before anything is opened.
    let isAgreed = AccountFile(folder: folders.config).agrees(to: address)
    let serverAddress = try ServerAddress(address, allowsClear: insecureHttp || isAgreed)
    let key = Accounts.key(for: serverAddress, typed: address, folders)
    // NB: where none is known there is none beside it.
    let known = isRemembered && given != nil ? try? configuration.server() : nil
    if isRemembered, server != nil { configuration.remember(server: key) }
    let accounts = try Accounts(
      folders: folders, opening: key, beside: known, allowsClear: insecureHttp,
      whenReached: {
        if isRemembered, link != nil { configuration.remember(server: key) }
      })
    if isRemembered { accounts.agree(to: accounts.current) }
    return accounts
  }
}
