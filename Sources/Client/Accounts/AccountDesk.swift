import App
import FoundationEssentials
import Glibc
import LocalStore
import Loyalty
import Sync
import Transport

/// What is done with accounts beside the one on the screen; away from the screen's thread.
struct AccountDesk: Sendable {
  let accounts: Accounts
  let clock: CalendarClock

  /// All accounts, with what their own stores know of them.
  func load() -> Event {
    .accounts(
      .loaded(
        AccountsContents(accounts: accounts.ids.map(account), current: accounts.current)))
  }

  private func account(_ id: Account.ID) -> Account {
    let address = id.rawValue.hasPrefix("demo:") ? "demo" : ServerAddress.shown(id.rawValue)
    var account = Account(id: id, address: address, title: accounts.title(of: id))
    guard hasData(id) else { return account }
    // NB: a store that cannot be opened says why when its account is opened; the list is no place
    // for it.
    guard let store = try? LocalStore.open(folder: folder(.data, id)).store,
      let home = try? store.home(latest: 0)
    else { return account }
    account.program = home.program
    account.title = home.program?.name ?? account.title
    account.phone = home.member.flatMap { PhoneNumber(e164: $0.phone)?.masked }
    account.balance = home.balance?.available
    return account
  }

  /// The account that an address stands for, however it is written; or what is wrong with it.
  func account(at address: String) -> Result<Account.ID, Refused> {
    do throws(ServerAddressError) {
      let serverAddress = try accounts.serverAddress(address)
      // NB: what is no address of a server, as the demo's own are, is no other account's either.
      let isKnown = accounts.ids.contains {
        (try? ServerAddress($0.rawValue, allowsClear: true)) == serverAddress
      }
      let key = Accounts.key(for: serverAddress, typed: address, accounts.folders)
      return isKnown ? .failure(Refused(why: .known)) : .success(.init(key))
    } catch {
      return .failure(Refused(why: AccountRefusal(error)))
    }
  }

  struct Refused: Error {
    let why: AccountRefusal
  }

  /// Logs out there, and removes what is kept of the account on this machine.
  func remove(_ id: Account.ID, _ language: Language) async -> Event {
    guard id != accounts.current else { return .accounts(.refused(.isCurrent)) }
    do {
      if hasData(id) { try await logOut(id, language) }
      try accounts.forget(id)
      for place in Place.allCases where access(folder(place, id), F_OK) == 0 {
        let path = folder(place, id)
        // NB: Foundation's own words are for programmers.
        guard (try? FileManager.default.removeItem(atPath: path)) != nil else {
          throw AccountError("cannot remove \(path)")
        }
      }
      return load()
    } catch let error as SyncFailure {
      return .accounts(.failed(Trouble(error)))
    } catch {
      return .accounts(.failed(Trouble(local: error)))
    }
  }

  private func logOut(_ id: Account.ID, _ language: Language) async throws {
    let ground = try accounts.ground(of: id)
    let store = try LocalStore.open(folder: folder(.data, id)).store
    let sync = SyncEngine(
      transport: ground.transport, store: store,
      sessions: SessionFile(folder: folder(.state, id)),
      environment: SyncEnvironment(
        now: { [clock] in clock.now }, machine: { [clock] in clock.machine },
        wait: { await BackgroundExecutor.shared.pause($0) },
        executor: BackgroundExecutor.shared))
    if sync.isSignedIn { try await sync.logOut(language: language) }
  }

  private enum Place: CaseIterable {
    case data
    case state
  }

  private func folder(_ place: Place, _ id: Account.ID) -> String {
    let root = place == .data ? accounts.folders.data : accounts.folders.state
    return "\(root)/\(accounts.folder(of: id))"
  }

  /// Whether the account was ever opened.
  private func hasData(_ id: Account.ID) -> Bool { access(folder(.data, id), F_OK) == 0 }
}

extension AccountRefusal {
  init(_ error: ServerAddressError) {
    switch error.reason {
    case .clear: self = .clear
    case .mixedScripts: self = .mixedScripts
    case .empty: self = .empty
    case .unknownScheme: self = .scheme
    case .missingHost, .noConversion: self = .host
    case .badPort: self = .port
    case .credentials: self = .credentials
    case .queryOrFragment: self = .query
    case .unexpectedCharacter: self = .character
    case .relativeSocketPath, .socketPathTooLong: self = .invalid
    }
  }
}
