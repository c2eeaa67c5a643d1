public import App
public import Loyalty
import Synchronization
public import Transport

/// The accounts of this machine, and how each of them is opened.
///
/// Each has its own server, local store and session; nothing of one is ever in another's folder.
public final class Accounts: Sendable {
  let folders: Folders
  /// Where the list is kept; `nil` keeps it as long as this process lives.
  private let file: AccountFile?
  /// The demo's own servers.
  private let demo: DemoServers?
  private let list: Mutex<List>
  /// What the member should know of the list.
  let notice: Notice?

  private struct List {
    var ids: [Account.ID]
    var current: Account.ID
  }

  /// The accounts of a person, of whom one is opened now.
  ///
  /// - Parameter address: its server; it is not kept in the list before the list is changed.
  public init(folders: Folders, opening address: String) throws(AccountError) {
    let file = AccountFile(folder: folders.config)
    let (contents, asideName) = try file.read()
    self.folders = folders
    self.file = file
    demo = nil
    notice = asideName.map { .accountsSetAside(name: $0) }
    let current = Account.ID(address)
    list = Mutex(List(ids: Accounts.ids(contents, with: current), current: current))
  }

  /// The brands of the demo, of which the first is running; nothing is kept.
  public init(folders: Folders, demo: DemoServers) {
    self.folders = folders
    self.demo = demo
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
    do throws(EndpointError) {
      let endpoint =
        if let server { Endpoint.unixSocket(path: server.socket) } else {
          try Endpoint(id.rawValue)
        }
      return Ground(
        id: id, transport: CurlTransport(endpoint: endpoint), account: folder(of: id),
        demo: server)
    } catch {
      throw AccountError("\(error)")
    }
  }

  func folder(of id: Account.ID) -> String { Folders.name(for: id.rawValue) }

  /// The brand's name as far as it is known without its data.
  func title(of id: Account.ID) -> LocalizedText {
    demo?.brands.first { $0.id == id }?.name ?? [:]
  }

  /// The next start opens this one.
  func choose(_ id: Account.ID) throws(AccountError) {
    try change { list in
      list.current = id
      if !list.ids.contains(id) { list.ids.append(id) }
    }
  }

  /// Forgets an account; its data are for the caller to remove.
  func forget(_ id: Account.ID) throws(AccountError) {
    try change { list in list.ids.removeAll { $0 == id && $0 != list.current } }
  }

  private func change(_ change: (inout List) -> Void) throws(AccountError) {
    guard let file else {
      list.withLock { change(&$0) }
      return
    }
    let current = current
    var changed: List?
    _ = try file.change { contents in
      var list = List(ids: Accounts.ids(contents, with: current), current: current)
      change(&list)
      contents.accounts = list.ids.map { .init(server: $0.rawValue) }
      contents.current = list.current.rawValue
      changed = list
    }
    if let changed { list.withLock { $0 = changed } }
  }

  /// In the order of the list, each once; the one that is open is one of them.
  private static func ids(
    _ contents: AccountFile.Contents, with current: Account.ID
  ) -> [Account.ID] {
    var ids: [Account.ID] = []
    for id in contents.accounts.map({ Account.ID($0.server) }) + [current]
    where !ids.contains(id) && !id.rawValue.isEmpty {
      ids.append(id)
    }
    return ids
  }
}
