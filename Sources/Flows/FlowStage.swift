public import App
public import Cells
public import Client
public import FlowLanguage
import FoundationEssentials
public import Loyalty
import Themes
import Transport

/// A demo server and a home of its own for one flow: nothing leaks from one flow to the next.
public final class FlowStage {
  let servers: DemoServers
  private let time: VirtualTime
  /// Of each window.
  private var accounts: [String: Accounts] = [:]
  /// What the flow is played with, whatever its steps say.
  public var device = FlowDevice()
  /// Gets what is on the screen after each step.
  public var onFrame: ((Frame) -> Void)?
  /// Keeps a part of a frame under a name; `nil` keeps none.
  public var onScreenshot: ((String, Frame, Rect?) throws -> Void)?
  /// Compares a part of a frame with what is kept under a name; `nil` where nothing can.
  public var onComparison: ((String, Frame, Rect?) throws -> Void)?
  /// Gets the names of recordings; `nil` is the end of one.
  public var onRecording: ((String?) throws -> Void)?
  /// Gets each request of all windows with what came of it; called on any thread.
  public var onRequest: (@Sendable (SentRequest) -> Void)? {
    get { air.listener }
    set { air.listener = newValue }
  }
  let air = Air()
  private let seed: UInt64
  private let first: Instant
  private let firstOffset: Int64
  public var isDark: Bool?
  public var orientation: Orientation?
  /// The last sale at a till, by its key, and where it was.
  var lastSale: (key: String, brand: Account.ID)?
  var sales = 0
  private var pushes = 0

  /// Names a push of content; another one each time.
  func nextPush() -> String {
    pushes += 1
    return "flow-\(seed)-\(pushes)"
  }

  /// Members of the demo's seed: the one whose card and history it holds, and those who write and
  /// publish its screens.
  static let phones = [
    "demo": "+7 916 123-45-67", "editor": "+7 903 111-22-33", "publisher": "+7 926 555-01-99",
  ]

  public static let sessions = phones.keys.sorted()
  /// What follows `demo:` in the accounts of the demo's brands.
  public static let brands = DemoServers.seeds

  /// A Monday in November, 14:05 in Moscow: flows begin then on whatever day they are played.
  public static let moment = Instant(milliseconds: 1_795_431_900_000)
  /// That an app which is being signed in may take.
  private static let patience: Int64 = 15

  /// - Parameters:
  ///   - moment: what the calendar shows when the flow begins.
  ///   - seeded: what the servers' databases are copies of; `nil` has each fill its own.
  ///   - seed: makes what the servers leave to chance the same each time.
  public init(
    server program: String, showing moment: Instant, from seeded: SeededDatabases? = nil,
    seed: UInt64 = 1
  ) throws {
    self.seed = seed
    servers = try DemoServers(program: program, showing: moment, from: seeded, chance: seed)
    (first, firstOffset) = (moment, servers.clock.offset)
    time = VirtualTime(servers)
  }

  /// The flow's own.
  public var clock: CalendarClock { servers.clock }

  /// What scripts are told, in milliseconds since 1970: the flow's own, without the time that playing
  /// it takes, so that it is the same each time.
  public var scriptTime: Int64 { first.rawValue + clock.passed + clock.offset - firstOffset }

  public func close() {
    servers.stop()
  }

  func home(of window: String) -> String {
    servers.first.folder + "/home" + (window.isEmpty ? "" : "-\(window.filter(\.isLetter))")
  }

  func accounts(of window: String) -> Accounts {
    if let accounts = accounts[window] { return accounts }
    var folders = Folders(below: home(of: window))
    // Files that a flow writes outlive the state that it clears.
    folders.home = servers.first.folder
    let new = Accounts(folders: folders, demo: servers, time: time, passing: passing(window))
    accounts[window] = new
    return new
  }

  private func passing(_ window: String) -> @Sendable (any Transport) -> any Transport {
    { [air] in AirTransport($0, through: air, window: window) }
  }

  public func launch(_ start: AppStart) throws -> HeadlessApp {
    var arguments = start.arguments
    device.fill(&arguments)
    let own = accounts(of: start.window)
    if start.clearsState { try clearState(window: start.window) }
    if start.clearsSession { try clearSession(window: start.window) }
    if let brand = arguments["brand"] { try own.open(demo: brand) }
    let look = try Look(chosen: arguments["theme"], depth: .trueColor)
    let accounts = try arguments["link"].map { try follow(link: $0, start.window) } ?? own
    var ground = try accounts.ground(of: accounts.current)
    if arguments["server"] == "unreachable" {
      let nobody = servers.first.folder + "/nobody.sock"
      ground.transport = CurlTransport(address: .unixSocket(path: nobody))
    }
    let size = try arguments["size"].map { try Size(flow: $0) } ?? orientation?.size
    let launch = try Launch(
      ground, of: accounts, size: size ?? Size(width: 80, height: 24),
      settings: Settings(
        language: Language(rawValue: arguments["language"] ?? "en"), look: look,
        hasMotion: arguments["motion"] != "none"),
      exports: home(of: start.window),
      pictures: arguments["pictures"] == "shown"
        ? .keeping(in: accounts.folders, clock: servers.clock) : nil,
      clock: servers.clock)
    let app = HeadlessApp(launch)
    if let session = arguments["session"] { try signIn(app, as: session) }
    return app
  }

  /// As the program opens a link on a machine that knows no server: a brand of the demo by its address.
  private func follow(link brand: String, _ window: String) throws -> Accounts {
    let address = try servers.address(of: .init("demo:\(brand)"))
    return try Accounts(
      folders: Folders(below: home(of: "link")), opening: address, passing: passing(window))
  }

  /// Logs in as a person does, so that flows about other things need not.
  private func signIn(_ app: HeadlessApp, as session: String) throws {
    guard let phone = FlowStage.phones[session] else {
      let known = FlowStage.phones.keys.sorted().joined(separator: ", ")
      throw StepError(
        en: "session: \(session) is none of \(known)",
        ru: "session: \(session) — нет среди \(known)")
    }
    guard app.settle(seconds: FlowStage.patience), !app.state.isSignedIn else { return }
    app.send(.input(.paste(phone)))
    app.send(.action(.login(.sendCode)))
    _ = app.wait(seconds: FlowStage.patience) { $0.state.message != nil && $0.isIdle }
    app.send(.action(.login(.insertCode)))
    guard app.wait(seconds: FlowStage.patience, until: { $0.state.isSignedIn }) else {
      throw StepError(
        en: "session: \(session) could not log in", ru: "session: \(session) — войти не удалось")
    }
  }
}
