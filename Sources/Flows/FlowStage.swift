import App
import Cells
import Client
import FoundationEssentials
import Loyalty
import Themes
import Transport

/// A demo server and a home of its own for one flow: nothing leaks from one flow to the next.
public final class FlowStage {
  private let servers: DemoServers
  private let accounts: Accounts
  private let output: String?

  /// Members of the demo's seed: the one whose card and history it holds, and those who write and
  /// publish its screens.
  static let phones = [
    "demo": "+7 916 123-45-67", "editor": "+7 903 111-22-33", "publisher": "+7 926 555-01-99",
  ]

  public init(server program: String, output: String?) throws {
    servers = try DemoServers(program: program)
    var folders = Folders(below: servers.first.folder + "/home")
    // Files that a flow writes outlive the state that it clears.
    folders.home = servers.first.folder
    accounts = Accounts(folders: folders, demo: servers)
    self.output = output
  }

  public func close() {
    servers.stop()
  }

  /// - Returns: warnings of optional steps.
  public func play(_ flow: Flow) throws -> [String] {
    let player = Player(
      launch: { [self] in try launch($0) }, saveScreenshot: { [self] in try save($0, $1) },
      sell: { [self] in
        try servers.sell(at: accounts.current, card: $0.value, amount: $1)
      })
    return try player.play(flow)
  }

  private func launch(_ options: LaunchOptions) throws -> HeadlessApp {
    if options.clearState {
      // NB: before the first start there is nothing to clear.
      try? FileManager.default.removeItem(atPath: servers.first.folder + "/home")
      accounts.reset()
    }
    let language = Language(rawValue: options.arguments["language"] ?? "en")
    let look = try Look(chosen: options.arguments["theme"], depth: .trueColor)
    let isReachable = options.arguments["server"] != "unreachable"
    var ground = try accounts.ground(of: accounts.current)
    if !isReachable {
      let nobody = servers.first.folder + "/nobody.sock"
      ground.transport = CurlTransport(endpoint: .unixSocket(path: nobody))
    }
    let launch = try Launch(
      ground, of: accounts, size: try Size(flow: options.arguments["size"] ?? "80x24"),
      settings: Settings(language: language, look: look),
      exports: servers.first.folder + "/home")
    let app = HeadlessApp(launch)
    if let session = options.arguments["session"] { try signIn(app, as: session) }
    return app
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
    app.send(.action(.sendCode))
    _ = app.wait(seconds: Player.patience) { $0.state.message != nil && $0.isIdle }
    app.send(.action(.insertCode))
    guard app.wait(seconds: Player.patience, until: { $0.state.isSignedIn }) else {
      throw FlowError(file: "launchApp", line: 0, message: "session: \(session) could not log in")
    }
  }

  private func save(_ name: String, _ frame: Frame) throws {
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
