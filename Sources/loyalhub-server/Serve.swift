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

  /// Of a flow's demo, which is to be the same each time.
  @Option(help: .hidden)
  var chance: UInt64?

  @Option(help: "Where one-time codes go: a line of JSON on stdout, the log, or nowhere.")
  var sms = TextMessages.none

  @Option(
    help: ArgumentHelp(
      "One-time codes that all instances on the database together send in a minute.",
      valueName: "count"))
  var smsLimit = 600

  @Flag(help: "The phone key is lost for good: forget what deleted accounts had used.")
  var forgetPhones = false

  @OptionGroup(title: "Connections")
  var connection: ConnectionOptions

  @Option(
    help: ArgumentHelp(
      "Answer /v1/health and /ready on this port of this machine, 0 takes a free one.",
      valueName: "port"))
  var health: Int?

  @Option(
    help: ArgumentHelp(
      """
      On SIGTERM or SIGINT, time to answer what is under way before it is cut; a second signal \
      cuts it at once. SIGHUP changes nothing: there is no log but standard error.
      """, valueName: "seconds"))
  var drain = 10

  @Flag(help: "Leave when standard input ends.")
  var exitWithParent = false

  @Option(help: ArgumentHelp("Remove this folder of mode 0700 on leaving.", valueName: "path"))
  var privateFolder: String?

  func validate() throws {
    for port in [port, health ?? 0] where !(0...65_535).contains(port) {
      throw ValidationError("no such port: \(port)")
    }
    guard (1...1_000_000).contains(smsLimit) else {
      throw ValidationError("--sms-limit takes 1 to 1000000 messages a minute, not: \(smsLimit)")
    }
    guard (0...86_400).contains(drain) else {
      throw ValidationError("--drain takes 0 to 86400 seconds, not \(drain)")
    }
    guard chance == nil || seed != nil && exitWithParent else {
      throw ValidationError("--chance is for demos: who knows it knows all secrets")
    }
    guard let clock, Instant(clock: clock) == nil else { return }
    throw ValidationError("--clock needs \(CalendarClock.example), not: \(clock)")
  }

  func run() async throws {
    signal(SIGPIPE, SIG_IGN)
    umask(0o077)
    if let chance { Chance.begin(seed: chance) }
    defer { Lines.finish() }
    let limits = try connection.limits()
    let folder = try privateFolder.map { try PrivateFolder($0) }
    defer { folder?.remove() }
    LoggingSystem.bootstrap { _ in LogLines() }
    var logger = Logger(label: "loyalhub-server")
    logger.logLevel = .warning
    let listener = try Listener(socket: socket, host: host, port: port)
    defer { listener.remove() }
    let connections = Connections(limits.connections, connection.proxies)
    let drain = Drain(seconds: self.drain, connections) {
      listener.remove()
      folder?.remove()
    }
    // A start may take long, until a host's name is known as well, and leaves nothing half-done.
    EndingSignals.watch { wish in
      switch wish {
      case .leave: drain.begin()
      case .leaveAtOnce: drain.hurry()
      }
    }
    // What is refused leaves no database behind.
    try listener.check()
    let healthListener = try health.map { try HealthListener(port: $0) }
    let server = try LoyaltyServer(
      configuration: ServerConfiguration(
        database: database, seed: seed, clock: clock.flatMap(Instant.init(clock:)),
        phoneKey: Serve.phoneKey, forgetsPhones: forgetPhones, smsPerMinute: smsLimit,
        streams: limits.streams), sms: sms, clock: SystemClock.now, steady: SystemClock.steady,
      onFailure: { Lines.error.write("loyalhub-server: \($0)") })
    defer { server.close() }
    // Whoever kills it from here on has not told it to leave.
    server.keepTime()
    let readiness = try healthListener?.start(database)
    defer { readiness?.stop() }
    let line = StartLine(
      isNeeded: listener.isChosenHere || sms == .stdout || health == 0,
      health: healthListener?.name)
    do {
      let services = try services(server, listener, connections, line, logger)
      let serves = drain.start(readiness) { Task { await services.triggerGracefulShutdown() } }
      guard serves else { return }
      try await services.run()
      if let failure = line.failure { throw failure }
    } catch let refusal as ListeningSocket.Refusal {
      throw listener.failure(refusal)
    }
  }

  /// Both leave in good order when they are told to: what is under way is answered first.
  private func services(
    _ server: LoyaltyServer, _ listener: Listener, _ connections: Connections,
    _ line: StartLine, _ logger: Logger
  ) throws -> ServiceGroup {
    let desk = Desk(server: server)
    let adapter = Adapter(desk: desk, proxies: connections.proxies)
    let http = HTTP1Channel(
      responder: { request, writer, channel in
        try await adapter.respond(to: request, on: channel, with: writer)
      }, configuration: CountedChannel.http)
    let acceptor = try Acceptor(
      listener.bind(), connections,
      CountedChannel(http: http, connections: connections, logger: logger)
    ) { [exitWithParent, sms] socket in
      line.write(listener.claim(port: socket.port)) {
        if sms == .none { Lines.error.write("loyalhub-server: \(TextMessages.advice)") }
      }
      if exitWithParent { Parent.watch { ParentOrder.obey($0, server) } }
    }
    return ServiceGroup(
      configuration: .init(services: [News(desk: desk), acceptor], logger: logger))
  }

  /// A variable that is set and empty is a mistake, and refused as one.
  private static var phoneKey: PhoneKeySource {
    getenv("LOYALHUB_PHONE_KEY").map { .text(String(cString: $0)) } ?? .file
  }
}
