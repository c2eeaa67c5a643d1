public import App
import Cells
public import Client
import Content
import FoundationEssentials
public import Loyalty
import Themes
import Transport

/// A demo server and a home of its own for one flow: nothing leaks from one flow to the next.
public final class FlowStage: FlowWorld {
  private let servers: DemoServers
  /// Of each window.
  private var accounts: [String: Accounts] = [:]
  private let output: String?
  /// Gets what is on the screen after each step.
  public var onFrame: ((Frame) -> Void)?
  /// The last sale at a till, by its key, and where it was.
  private var lastSale: (key: String, brand: Account.ID)?
  private var sales = 0

  /// Members of the demo's seed: the one whose card and history it holds, and those who write and
  /// publish its screens.
  static let phones = [
    "demo": "+7 916 123-45-67", "editor": "+7 903 111-22-33", "publisher": "+7 926 555-01-99",
  ]

  /// A Monday in November, 14:05 in Moscow: flows begin then on whatever day they are played.
  public static let moment = Instant(milliseconds: 1_795_431_900_000)

  /// - Parameter moment: what the calendar shows when the flow begins.
  public init(server program: String, output: String?, showing moment: Instant) throws {
    servers = try DemoServers(program: program, showing: moment)
    self.output = output
  }

  private func home(of window: String) -> String {
    servers.first.folder + "/home" + (window.isEmpty ? "" : "-\(window.filter(\.isLetter))")
  }

  private func accounts(of window: String) -> Accounts {
    if let accounts = accounts[window] { return accounts }
    var folders = Folders(below: home(of: window))
    // Files that a flow writes outlive the state that it clears.
    folders.home = servers.first.folder
    let new = Accounts(folders: folders, demo: servers)
    accounts[window] = new
    return new
  }

  public func close() {
    servers.stop()
  }

  /// - Returns: warnings of optional steps.
  public func play(_ flow: Flow) throws -> [String] {
    try Player(self).play(flow)
  }

  public func launch(_ options: LaunchOptions) throws -> HeadlessApp {
    let own = accounts(of: options.window)
    if options.clearState {
      // NB: before the first start there is nothing to clear.
      try? FileManager.default.removeItem(atPath: home(of: options.window))
      own.reset()
    }
    let language = Language(rawValue: options.arguments["language"] ?? "en")
    let look = try Look(chosen: options.arguments["theme"], depth: .trueColor)
    let isReachable = options.arguments["server"] != "unreachable"
    let accounts = try options.arguments["link"].map { try follow(link: $0) } ?? own
    var ground = try accounts.ground(of: accounts.current)
    if !isReachable {
      let nobody = servers.first.folder + "/nobody.sock"
      ground.transport = CurlTransport(address: .unixSocket(path: nobody))
    }
    let launch = try Launch(
      ground, of: accounts, size: try Size(flow: options.arguments["size"] ?? "80x24"),
      settings: Settings(
        language: language, look: look, hasMotion: options.arguments["motion"] != "none"),
      exports: home(of: options.window),
      pictures: options.arguments["pictures"] == "shown"
        ? .keeping(in: accounts.folders, clock: servers.clock) : nil,
      clock: servers.clock)
    let app = HeadlessApp(launch)
    if let session = options.arguments["session"] { try signIn(app, as: session) }
    return app
  }

  /// As the program opens a link on a machine that knows no server: a brand of the demo by its address.
  private func follow(link brand: String) throws -> Accounts {
    let address = try servers.address(of: .init("demo:\(brand)"))
    return try Accounts(folders: Folders(below: home(of: "link")), opening: address)
  }

  /// Logs in as a person does, so that flows about other things need not.
  private func signIn(_ app: HeadlessApp, as session: String) throws {
    guard let phone = FlowStage.phones[session] else {
      let known = FlowStage.phones.keys.sorted().joined(separator: ", ")
      throw FlowError(
        file: "launchApp", line: 0, message: "session: \(session) is none of \(known)")
    }
    guard app.settle(seconds: Player.patience), !app.state.isSignedIn else { return }
    app.send(.input(.paste(phone)))
    app.send(.action(.login(.sendCode)))
    _ = app.wait(seconds: Player.patience) { $0.state.message != nil && $0.isIdle }
    app.send(.action(.login(.insertCode)))
    guard app.wait(seconds: Player.patience, until: { $0.state.isSignedIn }) else {
      throw FlowError(file: "launchApp", line: 0, message: "session: \(session) could not log in")
    }
  }

  public func sell(_ card: Card, _ amount: String, key: String?, options: [String]) throws {
    let brand = accounts(of: "").current
    sales += 1
    let key = key ?? "flow sale \(sales)"
    try servers.sell(at: brand, card: card.value, amount: amount, key: key, options: options)
    lastSale = (key, brand)
  }

  public func takeBack(_ amount: String?, of sale: String?) throws {
    guard let lastSale else {
      throw FlowError(file: "return", line: 0, message: "there has been no purchase to take back")
    }
    try servers.takeBack(at: lastSale.brand, sale: sale ?? lastSale.key, amount: amount)
  }

  public func travel(milliseconds: Int64) throws {
    try servers.travel(milliseconds: milliseconds)
  }

  public func publish(terms file: String) throws {
    try servers.publish(terms: file, at: accounts(of: "").current)
  }

  public func push(_ folder: String, window: String) throws {
    let accounts = accounts(of: window)
    let exchange = try ContentExchange(
      try accounts.ground(of: accounts.current), of: accounts, language: .english,
      clock: servers.clock)
    // A push notes in the folder what the server has: the next one of this window finds that there.
    let copy = home(of: window) + "/content"
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: copy)
    where !name.hasPrefix(".") {
      try FileManager.default.removeItem(atPath: "\(copy)/\(name)")
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try FileManager.default.copyItem(atPath: "\(folder)/\(name)", toPath: "\(copy)/\(name)")
    }
    let result = waiting { () async -> Result<Void, ContentFailure> in
      do throws(ContentFailure) {
        let place = ContentFolder(path: copy)
        let plan = try await exchange.plan(place, publishing: true)
        let key = "flow-\(UInt64.random(in: .min ... .max))"
        try await exchange.carryOut(plan, place, key: { key }, done: { _ in })
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  public func show(_ frame: Frame) { onFrame?(frame) }

  public func save(screenshot name: String, _ frame: Frame) throws {
    guard let output else { return }
    try FileManager.default.createDirectory(
      atPath: output, withIntermediateDirectories: true)
    let safe = name.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" }
    let text = frame.grid.text + "\nstyles: \(frame.grid.styleHash)\n"
    try text.write(
      toFile: "\(output)/\(String(safe)).txt", atomically: true, encoding: .utf8)
  }
}

extension Size {
  /// Reads `80x24`.
  init(flow text: String) throws(FlowError) {
    let parts = text.split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, parts.allSatisfy({ (1...1000).contains($0) }) else {
      throw FlowError(file: "launchApp", line: 0, message: "size: \(text) is not like 80x24")
    }
    self.init(width: parts[0], height: parts[1])
  }
}
