import App
import Cells
import Client
import Contract
import Foundation
import InProcess
import Loyalty
import Server
import Synchronization
import TestSupport
import Testing
import Transport

/// The two ways from the client to the reference server; nothing that a member sees may differ.
enum Wiring: CaseIterable, CustomTestStringConvertible {
  /// The server's rooms in this process.
  case inProcess
  /// The server program, over libcurl and a Unix socket.
  case overSocket

  var testDescription: String { "\(self)" }

  func open() throws -> any Wired {
    switch self {
    case .inProcess: try InProcess()
    case .overSocket: try OverSocket()
    }
  }
}

/// A running server and a home for the client.
protocol Wired {
  /// Where the client keeps its files.
  var home: String { get }
  func launch(home: String) throws -> HeadlessApp
  func stop()
}

extension Wired {
  func launch() throws -> HeadlessApp { try launch(home: home) }

  /// Logs in as a person does.
  func signedIn(_ phone: String = "+7 916 123-45-67", home: String? = nil) throws -> HeadlessApp {
    let app = try launch(home: home ?? self.home)
    app.send(.input(.paste(phone)))
    app.send(.action(.login(.sendCode)))
    try app.wait("a message with the code") { $0.state.message != nil && $0.isIdle }
    app.send(.action(.login(.insertCode)))
    try app.wait("home") { $0.state.home.contents.balance != nil && $0.isIdle }
    return app
  }
}

private final class InProcess: Wired {
  private let folder = TemporaryFolder()
  private let server: LoyaltyServer
  private let telephone = Telephone()

  var home: String { folder.path + "/home" }

  /// Messages reach the screen as they do in a demo.
  final class Telephone: SMSGateway {
    private let deliver = Mutex<(@Sendable (Event) -> Void)?>(nil)

    func send(_ message: CodeMessage, to phone: PhoneNumber) {
      let shown = TextMessage(
        text: message.text, code: message.code, challenge: .init(message.challenge.rawValue))
      deliver.withLock { $0?(.login(.message(shown))) }
    }

    func listen(_ listener: @escaping @Sendable (Event) -> Void) {
      deliver.withLock { $0 = listener }
    }
  }

  init() throws {
    let path = folder.path + "/server.sqlite"
    try InProcess.templates.copy("coffee", to: path) {
      try _ = InProcess.server($0, Telephone())
    }
    server = try InProcess.server(path, telephone)
  }

  private static let templates = FileTemplates()

  private static func server(_ path: String, _ telephone: Telephone) throws -> LoyaltyServer {
    try LoyaltyServer(
      configuration: ServerConfiguration(database: path, seed: .coffee),
      sms: telephone, clock: { CalendarClock.system().machine })
  }

  func launch(home: String) throws -> HeadlessApp {
    let transport = HandlerTransport { [server] in await server.respond(to: $0) }
    let app = HeadlessApp(try .member(transport, home: home))
    telephone.listen { [inbox = app.inbox] in inbox.deliver($0) }
    return app
  }

  func stop() {}
}

private final class OverSocket: Wired {
  private let server: DemoServer

  var home: String { server.folder + "/home" }

  init() throws {
    server = try DemoServer(program: Programs.server)
  }

  func launch(home: String) throws -> HeadlessApp {
    let transport = CurlTransport(address: .unixSocket(path: server.socket))
    return HeadlessApp(try .member(transport, home: home, demo: server))
  }

  func stop() { server.stop() }
}

/// Programs that were built together with the tests.
enum Programs {
  static var server: String {
    Bundle.main.executableURL.map { $0.resolvingSymlinksInPath().deletingLastPathComponent() }
      .map { $0.appending(path: "loyalhub-server").path(percentEncoded: false) } ?? ""
  }
}

/// A folder that goes with the test.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      .path(percentEncoded: false)
    // NB: when it cannot be made, opening a file in it fails the test.
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // NB: what stays behind is for the system's own cleaning.
    try? FileManager.default.removeItem(atPath: path)
  }
}
