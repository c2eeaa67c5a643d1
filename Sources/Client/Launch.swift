public import App
public import Cells
import LocalStore
public import Loyalty
import Sync
public import Transport

/// Everything that a run of the app is built from.
public struct Launch {
  public let state: State
  public let services: Services
  /// What the member should know from the start.
  public private(set) var notices: [Notice]
  let demo: DemoServer?
  let accounts: Accounts?

  /// Opens the local store and the session; asks no network.
  ///
  /// - Parameters:
  ///   - transport: the way to the server; it does nothing before the first request.
  ///   - account: which data below the folders: a name that stands for the server.
  ///   - exports: the folder in which relative paths of exported files begin.
  public init(
    transport: any Transport, folders: Folders, account: String, size: Size, settings: Settings,
    demo: DemoServer? = nil, accounts: Accounts? = nil, exports: String = ".",
    now: @escaping @Sendable () -> Instant = Instant.current
  ) throws {
    let (store, sync, notice) = try Launch.engine(
      transport: transport, folders: folders, account: account, now: now)
    services = Services(
      store: store, sync: sync, wallet: Wallet(folders: folders, now: now), now: now,
      exports: exports)
    state = State(size: size, settings: settings, isSignedIn: sync.isSignedIn, now: now())
    let rebuilt = notice.map { Notice.storeRebuilt(asideName: $0.asideName) }
    notices = [rebuilt].compactMap(\.self)
    self.demo = demo
    self.accounts = accounts
  }

  /// An account's store, and what brings the server's data into it; asks no network.
  static func engine(
    transport: any Transport, folders: Folders, account: String,
    now: @escaping @Sendable () -> Instant = Instant.current
  ) throws -> (LocalStore, SyncEngine, LocalStoreNotice?) {
    let (store, notice) = try LocalStore.open(folder: "\(folders.data)/\(account)")
    let sync = SyncEngine(
      transport: transport, store: store,
      sessions: SessionFile(folder: "\(folders.state)/\(account)"),
      environment: SyncEnvironment(
        now: now, wait: { await BackgroundExecutor.shared.pause($0) },
        agent: SyncEnvironment.agentOfThisMachine, executor: BackgroundExecutor.shared))
    return (store, sync, notice)
  }

  /// An account of those that this machine has.
  public init(
    _ ground: Accounts.Ground, of accounts: Accounts, size: Size, settings: Settings,
    exports: String = "."
  ) throws {
    try self.init(
      transport: ground.transport, folders: accounts.folders, account: ground.account, size: size,
      settings: settings, demo: ground.demo, accounts: accounts, exports: exports)
    if let notice = accounts.notice { notices.append(notice) }
  }
}
