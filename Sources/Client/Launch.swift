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
  public let notices: [Notice]
  private let demo: DemoServer?

  /// Opens the local store and the session; asks no network.
  ///
  /// - Parameters:
  ///   - transport: the way to the server; it does nothing before the first request.
  ///   - account: which data below the folders: a name that stands for the server.
  ///   - exports: the folder in which relative paths of exported files begin.
  public init(
    transport: any Transport, folders: Folders, account: String, size: Size, settings: Settings,
    demo: DemoServer? = nil, exports: String = ".",
    now: @escaping @Sendable () -> Instant = Instant.current
  ) throws {
    let (store, notice) = try LocalStore.open(folder: "\(folders.data)/\(account)")
    let sync = SyncEngine(
      transport: transport, store: store,
      sessions: SessionFile(folder: "\(folders.state)/\(account)"),
      environment: SyncEnvironment(
        now: now, wait: { await BackgroundExecutor.shared.pause($0) },
        agent: SyncEnvironment.agentOfThisMachine, executor: BackgroundExecutor.shared))
    services = Services(store: store, sync: sync, now: now, exports: exports)
    state = State(size: size, settings: settings, isSignedIn: sync.isSignedIn, now: now())
    notices = notice.map { [.storeRebuilt(asideName: $0.asideName)] } ?? []
    self.demo = demo
  }

  /// Calls `deliver`, on another thread, with each text message that the demo's server sends.
  public func onMessage(_ deliver: @escaping @Sendable (Event) -> Void) {
    demo?.forEachLine { line in
      if let message = TextMessage(serverLine: line) { deliver(.message(message)) }
    }
  }
}
