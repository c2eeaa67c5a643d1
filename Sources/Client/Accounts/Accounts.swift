public import App
import Glibc
public import Loyalty
import Synchronization
public import Transport

/// The accounts of this machine, and how each of them is opened.
///
/// Each has its own server, local store and session; nothing of one is ever in another's folder.
public final class Accounts: Sendable {
  public let folders: Folders
  /// Where the list is kept; `nil` keeps it as long as this process lives.
  private let file: AccountFile?
  /// Whether other machines may be asked without TLS.
  let allowsClear: Bool
  /// The demo's own servers.
  private let demo: DemoServers?
  /// Of a flow; `nil` is the time that everybody has.
  let time: VirtualTime?
  private let list: Mutex<List>
  /// What the member should know of the list.
  let notice: Notice?
  /// An account that the list may not have yet, and that is not the one to be opened.
  private let beside: String?
  /// Called when the server of the account that was opened first has answered as one of ours.
  let whenReached: @Sendable () -> Void
  /// What every way to a server leads through.
  private let passing: @Sendable (any Transport) -> any Transport
  /// Whether the member knows that nothing is kept.
  private let told = Mutex(false)

  private struct List {
    var ids: [Account.ID]
    var current: Account.ID
  }

  /// The accounts of a person, of whom one is opened now.
  ///
  /// - Parameters:
  ///   - address: its server; it is not kept in the list before the list is changed.
  ///   - beside: the server of an account that stays one when the list is changed.
  ///   - allowsClear: whether other machines may be asked without TLS.
  ///   - passing: wraps each way to a server, for a flow that cuts them.
  ///   - whenReached: called when its server has answered.
  public init(
    folders: Folders, opening address: String, beside: String? = nil, allowsClear: Bool = false,
    passing: @escaping @Sendable (any Transport) -> any Transport = { $0 },
    whenReached: @escaping @Sendable () -> Void = {}
  ) throws(AccountError) {
    self.allowsClear = allowsClear
    self.beside = beside
    self.whenReached = whenReached
    self.passing = passing
    let file = AccountFile(folder: folders.config)
    self.folders = folders
    demo = nil
    time = nil
    let contents: AccountFile.Contents
    do throws(AccountError) {
      let (read, asideName) = try file.read()
      contents = read
      self.file = file
      notice = asideName.map { .accountsSetAside(name: $0) }
    } catch {
      guard let problem = error.problem else { throw error }
      // A list that cannot be read must not be written over.
      contents = AccountFile.Contents()
      self.file = nil
      notice = .accountsNotKept(problem)
    }
    let current = Account.ID(address)
    list = Mutex(
      List(ids: Accounts.ids(contents, beside, with: current, folders), current: current))
  }

  /// The brands of the demo, of which the first is running; nothing is kept.
  ///
  /// - Parameters:
  ///   - time: of a flow; `nil` is the time that everybody has.
  ///   - passing: wraps each way to a server, for a flow that cuts them.
  public init(
    folders: Folders, demo: DemoServers, time: VirtualTime? = nil,
    passing: @escaping @Sendable (any Transport) -> any Transport = { $0 }
  ) {
    self.time = time
    self.folders = folders
    self.passing = passing
    self.demo = demo
    allowsClear = false
    beside = nil
    whenReached = {}
    file = nil
    notice = nil
    let ids = demo.brands.map(\.id)
    list = Mutex(List(ids: ids, current: ids[0]))
  }

  public var current: Account.ID { list.withLock { $0.current } }
  var ids: [Account.ID] { list.withLock { $0.ids } }

  /// Back to the first one, with no others than at the start, for a flow that begins anew.
  public func reset() {
    guard let demo else { return }
    list.withLock { $0 = List(ids: demo.brands.map(\.id), current: demo.brands[0].id) }
  }

  /// The next start opens a brand of the demo.
  public func open(demo brand: String) throws(AccountError) {
    let id = Account.ID("demo:\(brand)")
    guard let brands = demo?.brands, brands.contains(where: { $0.id == id }) else {
      let names = demo?.brands.map(\.seed) ?? []
      throw AccountError("no brand \(brand); there are \(names.joined(separator: ", "))")
    }
    list.withLock { $0.current = id }
  }

  /// What an account's data stand on.
  public struct Ground: Sendable {
    public var id: Account.ID
    public var transport: any Transport
    /// Below each of the folders.
    public var account: String
    public var demo: DemoServer?
  }

  /// The way to an account's server; a server of the demo is started when it is first asked for.
  public func ground(of id: Account.ID) throws(AccountError) -> Ground {
    let server = try demo?.server(id)
    do throws(ServerAddressError) {
      let serverAddress =
        if let server { ServerAddress.unixSocket(path: server.socket) } else {
          try self.serverAddress(id.rawValue)
        }
      return Ground(
        id: id, transport: passing(CurlTransport(address: serverAddress)),
        account: folder(of: id), demo: server)
    } catch {
      throw AccountError(error)
    }
  }

  /// Reads an address; one without TLS only where the person has agreed to that.
  func serverAddress(_ address: String) throws(ServerAddressError) -> ServerAddress {
    let file = AccountFile(folder: folders.config)
    return try ServerAddress(address, allowsClear: allowsClear || file.agrees(to: address))
  }

  /// Keeps that a server may be asked without TLS, when that was asked for.
  public func agree(to id: Account.ID) {
    // NB: where it cannot be kept, the next start asks for the option again.
    guard allowsClear, let file, let origin = clearOrigin(of: id) else { return }
    try? file.agree(to: origin)
  }

  /// Where an account's server is asked without TLS; `nil` for one that is not.
  func clearOrigin(of id: Account.ID) -> String? {
    // NB: the demo's own are no addresses.
    (try? ServerAddress(id.rawValue, allowsClear: true))?.clearOrigin
  }

  /// That this one is asked without TLS because the person has once agreed to it.
  func notice(of id: Account.ID) -> Notice? {
    guard !allowsClear, let origin = clearOrigin(of: id) else { return nil }
    Log.shared.write("without TLS, as was agreed to: \(origin)")
    return .inTheClear(origin: origin)
  }

  /// The name by which the account of a server goes: the address in one form, however it was typed.
  ///
  /// What an older version has kept under another spelling keeps that name: where somebody is
  /// signed in first, then where anything is.
  public static func key(for serverAddress: ServerAddress, typed: String, _ folders: Folders)
    -> String
  {
    let names =
      [serverAddress.description] + AccountFile(folder: folders.config).spellings(of: serverAddress)
      + [typed] + serverAddress.formerSpellings
    let isSignedIn = { (name: String) in
      access("\(folders.state)/\(Folders.name(for: name))/session.json", F_OK) == 0
    }
    return names.first(where: isSignedIn) ?? names.first { hasData($0, folders) }
      ?? serverAddress.description
  }

  private static func hasData(_ address: String, _ folders: Folders) -> Bool {
    access("\(folders.data)/\(Folders.name(for: address))", F_OK) == 0
  }

  func folder(of id: Account.ID) -> String { Folders.name(for: id.rawValue) }

  /// The brand's name as far as it is known without its data.
  func title(of id: Account.ID) -> LocalizedText {
    demo?.brands.first { $0.id == id }?.name ?? [:]
  }

  /// The next start opens this one.
  ///
  /// - Returns: why it does not, when that cannot be kept and has not been said yet.
  @discardableResult
  func choose(_ id: Account.ID) throws(AccountError) -> StorageProblem? {
    let choose = { (list: inout List) in
      list.current = id
      if !list.ids.contains(id) { list.ids.append(id) }
    }
    agree(to: id)
    do throws(AccountError) {
      try change(choose)
      return nil
    } catch {
      guard let problem = error.problem else { throw error }
      list.withLock { choose(&$0) }
      return isNew(problem) ? problem : nil
    }
  }

  /// Keeps the account that is open, on which somebody has logged in, where there are others: a
  /// server's address that was typed once is no reason to type it again.
  ///
  /// - Returns: why it does not, when that cannot be kept and has not been said yet.
  func keepCurrent() throws(AccountError) -> StorageProblem? {
    let (count, current) = list.withLock { ($0.ids.count, $0.current) }
    return count > 1 ? try choose(current) : nil
  }

  /// Whether nobody has been told of it yet: what is true of all accounts is said once.
  func isNew(_ problem: StorageProblem) -> Bool {
    told.withLock { told in
      defer { told = true }
      return !told
    }
  }

  /// Forgets an account; its data are for the caller to remove.
  func forget(_ id: Account.ID) throws(AccountError) {
    try change { list in list.ids.removeAll { $0 == id && $0 != list.current } }
    guard let origin = clearOrigin(of: id), !ids.contains(where: { clearOrigin(of: $0) == origin })
    else { return }
    _ = try file?.change { $0.clear?.removeAll { $0 == origin } }
  }

  private func change(_ change: (inout List) -> Void) throws(AccountError) {
    guard let file else {
      list.withLock { change(&$0) }
      return
    }
    let current = current
    var changed: List?
    _ = try file.change { contents in
      var list = List(
        ids: Accounts.ids(contents, beside, with: current, folders), current: current)
      change(&list)
      contents.accounts = list.ids.map { .init(server: $0.rawValue) }
      contents.current = list.current.rawValue
      changed = list
    }
    if let changed { list.withLock { $0 = changed } }
  }

  /// In the order of the list, each once; the one that is open is one of them.
  ///
  /// Two spellings of one address are one account, unless each has something of its own.
  private static func ids(
    _ contents: AccountFile.Contents, _ beside: String?, with current: Account.ID,
    _ folders: Folders
  ) -> [Account.ID] {
    var ids: [Account.ID] = []
    let known = contents.accounts.map(\.server) + [beside].compactMap(\.self)
    for id in known.map({ Account.ID($0) }) + [current]
    where !ids.contains(id) && !id.rawValue.isEmpty {
      ids.append(id)
    }
    // NB: what is no address is like no other.
    let serverAddresses = ids.map { try? ServerAddress($0.rawValue, allowsClear: true) }
    return ids.indices.filter { place in
      let id = ids[place]
      guard id != current, let serverAddress = serverAddresses[place],
        !hasData(id.rawValue, folders)
      else {
        return true
      }
      return serverAddresses.indices.allSatisfy {
        $0 == place || serverAddresses[$0] != serverAddress
      }
    }.map { ids[$0] }
  }
}
