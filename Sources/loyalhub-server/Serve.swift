import ArgumentParser
import Contract
import Glibc
import HummingbirdCore
import Logging
import Loyalty
import NIOCore
import NIOPosix
import Server
import ServiceLifecycle

// Hummingbird has one too, and a type of the name of our module.
import struct Server.ServerConfiguration

/// Serves until it is told to leave.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Serve the API (the default).")

  @Option(help: "Address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "TCP port; 0 takes a free one.")
  var port = 8080

  @Option(help: ArgumentHelp("Listen on a Unix socket instead.", valueName: "path"))
  var socket: String?

  @Option(help: ArgumentHelp("SQLite file, made when it is not there.", valueName: "path"))
  var database: String

  @Option(help: ArgumentHelp("Fill an empty database with this program.", valueName: "name"))
  var seed: Seed?

  @Option(
    help: ArgumentHelp(
      "What a demo's calendar shows from now on, such as 2026-12-31T23:59:00+03:00.",
      valueName: "instant"))
  var clock: String?

  @Option(help: "Where one-time codes go: a line of JSON on stdout, or the log.")
  var sms = TextMessages.log

  @Flag(help: "Leave when standard input ends.")
  var exitWithParent = false

  @Option(help: ArgumentHelp("Remove this folder of mode 0700 on leaving.", valueName: "path"))
  var privateFolder: String?

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("no such port: \(port)") }
    guard let clock, Instant(clock: clock) == nil else { return }
    throw ValidationError("--clock needs \(CalendarClock.example), not: \(clock)")
  }

  func run() async throws {
    signal(SIGPIPE, SIG_IGN)
    umask(0o077)
    try OpenFiles.check()
    let folder = try privateFolder.map { try PrivateFolder($0) }
    defer { folder?.remove() }
    LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
    var logger = Logger(label: "loyalhub-server")
    logger.logLevel = .warning
    let listener = try Listener(socket: socket, host: host, port: port)
    defer { listener.remove() }
    // What is refused leaves no database behind.
    try listener.check()
    let server = try LoyaltyServer(
      configuration: ServerConfiguration(
        database: database, seed: seed, clock: clock.flatMap(Instant.init(clock:))), sms: sms,
      clock: SystemClock.now, steady: SystemClock.steady,
      onFailure: { Line("loyalhub-server: \($0)").write(to: STDERR_FILENO) })
    defer { server.close() }
    // Whoever kills it from here on has not told it to leave.
    server.keepTime()
    let line = StartLine(isNeeded: listener.isChosenHere || sms == .stdout)
    do {
      let services = try services(server, listener, line, logger)
      EndingSignals.watch { Task { await services.triggerGracefulShutdown() } }
      try await services.run()
      if let failure = line.failure { throw failure }
    } catch let error as IOError {
      let words = String(cString: strerror(error.errnoCode))
      throw StartFailure("cannot listen on \(listener.name): \(words)")
    } catch is SocketAddressError, is SocketAddressError.UnknownHost {
      throw StartFailure("cannot listen on \(listener.name): there is no such host")
    }
  }

  /// Both leave in good order when they are told to: what is under way is answered first.
  private func services(
    _ server: LoyaltyServer, _ listener: Listener, _ line: StartLine, _ logger: Logger
  ) throws -> ServiceGroup {
    let desk = Desk(server: server)
    let adapter = Adapter(desk: desk)
    let listening = try HTTPServerBuilder.http1(configuration: .init(idleTimeout: .seconds(60)))
      .buildServer(
        configuration: .init(
          address: listener.address,
          availableConnectionsDelegate: .maximum(512, logger: logger)),
        eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger
      ) { request, writer, _ in
        try await adapter.respond(to: request, with: writer)
      } onServerRunning: { [exitWithParent] channel in
        line.write(listener.claim(port: channel.localAddress?.port))
        if exitWithParent { Parent.watch { ParentOrder.obey($0, server) } }
      }
    return ServiceGroup(
      configuration: .init(services: [News(desk: desk), listening], logger: logger))
  }
}
