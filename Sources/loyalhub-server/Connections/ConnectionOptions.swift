import ArgumentParser
import NIOCore
import Server

/// How many are served at once, and how long one of them may keep the server waiting.
struct ConnectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Connections that may be open; one more is told 503. (default: what the limit on open files \
      and a quarter of the memory allow, at most \(ConnectionOptions.mostByDefault))
      """, valueName: "count"))
  var maxConnections: Int?

  @Option(
    help: ArgumentHelp(
      "Streams of events that may be open. (default: half of the connections)",
      valueName: "count"))
  var maxStreams: Int?

  @Option(
    help: ArgumentHelp(
      "Streams of those who have not logged in. (default: an eighth of the streams)",
      valueName: "count"))
  var maxGuestStreams: Int?

  @Option(
    help: ArgumentHelp(
      """
      Megabytes of bodies that have begun to come, of all connections. (default: a sixteenth of \
      the memory, at most 1024)
      """, valueName: "MB"))
  var bodyMemory: Int?

  @Option(help: ArgumentHelp("For the head of a request.", valueName: "seconds"))
  var headTime = 20.0

  @Option(help: ArgumentHelp("Between two requests of a connection.", valueName: "seconds"))
  var idleTime = 60.0

  @Option(help: ArgumentHelp("For the body of a request.", valueName: "seconds"))
  var bodyTime = 120.0

  @Option(
    help: ArgumentHelp(
      "Bytes in a second in which a body has to come and an answer to be taken.",
      valueName: "count"))
  var leastRate = 500

  @Option(help: ArgumentHelp("Before the least rate counts.", valueName: "seconds"))
  var patience = 10.0

  @Option(
    help: ArgumentHelp(
      """
      A proxy whose X-Forwarded-For tells where a request comes from, such as 10.0.0.0/8; may be \
      given several times. (default: none, not even this machine)
      """, valueName: "address"))
  var trustedProxy: [String] = []

  static let mostByDefault = 16_384
  /// Of memory, in bytes: the connection's own, the head of a request, what is sent.
  private static let connectionSize = 65_536

  func validate() throws {
    for (name, count) in [
      ("max-connections", maxConnections), ("max-streams", maxStreams),
      ("max-guest-streams", maxGuestStreams), ("body-memory", bodyMemory),
      ("least-rate", leastRate),
    ] {
      if let count, !(1...1_000_000).contains(count) {
        throw ValidationError("--\(name) takes 1 to 1000000, not \(count)")
      }
    }
    for (name, seconds) in [
      ("head-time", headTime), ("idle-time", idleTime), ("body-time", bodyTime),
      ("patience", patience),
    ] where !(0.1...86_400).contains(seconds) {
      throw ValidationError("--\(name) takes 0.1 to 86400 seconds, not \(seconds)")
    }
    for text in trustedProxy where AddressBlock(text) == nil {
      throw ValidationError(
        "--trusted-proxy takes an address, or a block of them such as 10.0.0.0/8, not: \(text)")
    }
    if let maxStreams, let maxConnections, maxStreams >= maxConnections {
      throw ValidationError(
        "--max-streams \(maxStreams) must be less than --max-connections \(maxConnections)")
    }
    if let maxGuestStreams, let maxStreams, maxGuestStreams > maxStreams {
      throw ValidationError(
        "--max-guest-streams \(maxGuestStreams) must not exceed --max-streams \(maxStreams)")
    }
  }

  var proxies: TrustedProxies { TrustedProxies(trustedProxy.compactMap(AddressBlock.init)) }

  /// Raises the limit on open files on the way.
  func limits() throws(StartFailure) -> (connections: ConnectionLimits, streams: StreamLimits) {
    let files = try OpenFiles.forConnections()
    let memory = Memory.size
    if let maxConnections, maxConnections > files {
      throw StartFailure(
        """
        --max-connections \(maxConnections): the limit on open files allows \(files): raise \
        `ulimit -n`
        """)
    }
    let most =
      maxConnections
      ?? min(
        files, max(64, memory / 4 / ConnectionOptions.connectionSize),
        ConnectionOptions.mostByDefault)
    let streams = maxStreams ?? max(1, most / 2)
    guard streams < most || maxStreams == nil else {
      throw StartFailure("--max-streams \(streams) must be less than the \(most) connections")
    }
    let megabytes = bodyMemory ?? min(max((memory / 16) >> 20, 16), 1024)
    return (
      ConnectionLimits(
        most: most, bodyBytes: megabytes << 20, head: .seconds(headTime),
        idle: .seconds(idleTime), body: .seconds(bodyTime), leastRate: leastRate,
        patience: .seconds(patience)),
      StreamLimits(total: streams, guests: maxGuestStreams)
    )
  }
}

extension TimeAmount {
  fileprivate static func seconds(_ seconds: Double) -> TimeAmount {
    .nanoseconds(Int64(seconds * 1e9))
  }
}
