public import App
public import Cells
import LocalStore
public import Loyalty
import Sync
public import Transport

/// Everything that a run of the app is built from.
public struct Launch {
  public private(set) var state: State
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
  ///   - pictures: what brings them; `nil` where none are shown.
  public init(
    transport: any Transport, folders: Folders, account: String, size: Size, settings: Settings,
    demo: DemoServer? = nil, accounts: Accounts? = nil, exports: String = ".",
    pictures: PictureDesk? = nil, clock: CalendarClock = .system()
  ) throws {
    let (store, sync, notice, problem) = try Launch.keptOrNot(
      transport: transport, folders: folders, account: account,
      environment: Launch.environment(clock, accounts?.time))
    services = Services(
      store: store, sync: sync, wallet: Wallet(folders: folders, clock: clock), clock: clock,
      exports: exports, homeFolder: folders.home, pictures: pictures)
    state = State(size: size, settings: settings, isSignedIn: sync.isSignedIn, now: clock.now)
    if pictures == nil { state.settings.hasPictures = false }
    let rebuilt = notice.map { Notice.storeRebuilt(asideName: $0.asideName) }
    notices = [rebuilt].compactMap(\.self)
    if let problem { Log.shared.write("nothing is kept: \(problem)", at: clock.machine) }
    if let problem, accounts?.isNew(problem) ?? true { notices.append(.notKept(problem)) }
    // Where nothing is kept, that says it all.
    let unlogged = Log.shared.untoldProblem()
    if problem == nil, let unlogged { notices.append(.notLogged(unlogged)) }
    self.demo = demo
    self.accounts = accounts
  }

  /// Notes what there is to say of the account's server.
  mutating func tell(of ground: Accounts.Ground) {
    state.server =
      ground.demo == nil
      ? ServerNote(name: ServerAddress.shown(ground.id.rawValue))
      : ServerNote(demoPhone: PhoneNumber(DemoServer.memberPhone))
  }

  /// The same where nothing can be kept, in memory; and then why.
  private static func keptOrNot(
    transport: any Transport, folders: Folders, account: String, environment: SyncEnvironment
  ) throws -> (LocalStore, SyncEngine, LocalStoreNotice?, StorageProblem?) {
    let problem: StorageProblem
    do {
      if let problem = folders.problem { throw problem }
      try SessionFile(folder: "\(folders.state)/\(account)").check()
      let (store, sync, notice) = try engine(
        transport: transport, folders: folders, account: account, environment: environment)
      try PlainFile.probe("\(folders.data)/\(account)")
      return (store, sync, notice, nil)
    } catch let error as StorageProblem {
      problem = error
    } catch let error as LocalStoreError {
      guard let cause = error.problem else { throw error }
      problem = cause
    }
    let store = try LocalStore.inMemory()
    let sync = SyncEngine(
      transport: transport, store: store, sessions: .inMemory(), environment: environment)
    return (store, sync, nil, problem)
  }

  /// An account's store, and what brings the server's data into it; asks no network.
  static func engine(
    transport: any Transport, folders: Folders, account: String, environment: SyncEnvironment
  ) throws -> (LocalStore, SyncEngine, LocalStoreNotice?) {
    let (store, notice) = try LocalStore.open(folder: "\(folders.data)/\(account)")
    let sync = SyncEngine(
      transport: transport, store: store,
      sessions: SessionFile(folder: "\(folders.state)/\(account)"), environment: environment)
    return (store, sync, notice)
  }

  static func environment(_ clock: CalendarClock, _ time: VirtualTime? = nil) -> SyncEnvironment {
    var environment = SyncEnvironment(
      now: { clock.now }, machine: { clock.machine },
      wait: { await BackgroundExecutor.shared.pause($0) },
      agent: SyncEnvironment.agentOfThisMachine, executor: BackgroundExecutor.shared)
    if let time {
      let stream = time.newStream()
      environment.witness = stream
      environment.rest = { await time.rest($0, of: stream) }
      // Between two tries nobody waits, and the same comes each time.
      environment.random = { 0 }
    }
    return environment
  }

  /// An account of those that this machine has.
  public init(
    _ ground: Accounts.Ground, of accounts: Accounts, size: Size, settings: Settings,
    exports: String = ".", pictures: PictureDesk? = nil, clock: CalendarClock = .system()
  ) throws {
    try self.init(
      transport: ground.transport, folders: accounts.folders, account: ground.account, size: size,
      settings: settings, demo: ground.demo, accounts: accounts, exports: exports,
      pictures: pictures, clock: clock)
    tell(of: ground)
    if case .accountsNotKept(let problem)? = accounts.notice {
      if accounts.isNew(problem) { notices.append(.accountsNotKept(problem)) }
    } else if let notice = accounts.notice {
      notices.append(notice)
    }
    if let notice = accounts.notice(of: ground.id) { notices.append(notice) }
  }
}
