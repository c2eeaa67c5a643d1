import Contract
import NIOCore
import NIOPosix
import Server
import Synchronization

/// The open connections, and who has to give one up.
///
/// Below four fifths of what is allowed nobody is limited, as one address may be a carrier's with
/// thousands of customers. Above it, the address with the most connections that keep the server
/// waiting loses its oldest ones for a new one.
final class Connections: Sendable {
  let limits: ConnectionLimits
  let proxies: TrustedProxies
  private let table = Mutex(Table())
  /// Bytes of bodies that have begun to come.
  private let held = Atomic<Int>(0)

  private struct Table {
    var links: [ObjectIdentifier: Link] = [:]
    /// Connections that are being told that there is no room.
    var refused = 0
    var isWatched = false
    var isQuiescing = false
    var isOver = false
  }

  /// Connections that hear that there is no room, beyond those that are allowed.
  static let mostRefused = 64

  init(_ limits: ConnectionLimits, _ proxies: TrustedProxies) {
    self.limits = limits
    self.proxies = proxies
  }

  /// - Returns: `nil` when there is no room.
  func admit(_ channel: any Channel, from peer: Peer) -> Link? {
    let link = Link(channel, countedAddress(of: peer), due: .now() + limits.head)
    let (isIn, displaced) = table.withLock { table -> (Bool, [Link]) in
      var displaced: [Link] = []
      if isPressed(table) {
        displaced = Connections.waiting(longest: table.links.values, batch: limits.most / 64)
        for link in displaced { table.links[ObjectIdentifier(link)] = nil }
      }
      guard table.links.count < limits.most, !table.isOver else { return (false, displaced) }
      table.links[ObjectIdentifier(link)] = link
      return (true, displaced)
    }
    for other in displaced { other.close() }
    guard isIn else { return nil }
    channel.closeFuture.whenComplete { [weak self] _ in self?.remove(link) }
    watch()
    return link
  }

  /// Whether four fifths of what is allowed is open.
  var arePressed: Bool { table.withLock { isPressed($0) } }

  private func isPressed(_ table: borrowing Table) -> Bool {
    table.links.count * 5 >= limits.most * 4
  }

  /// - Returns: whether there is time to tell a connection politely that there is no room.
  func beginRefusing(_ channel: any Channel) -> Bool {
    let isPolite = table.withLock { table in
      guard table.refused < Connections.mostRefused else { return false }
      table.refused += 1
      return true
    }
    guard isPolite else { return false }
    channel.closeFuture.whenComplete { [weak self] _ in
      self?.table.withLock { $0.refused -= 1 }
    }
    return true
  }

  /// Bytes of a body came in.
  func hold(_ bytes: Int, _ link: Link) {
    link.held.add(bytes, ordering: .relaxed)
    held.add(bytes, ordering: .relaxed)
    while held.load(ordering: .relaxed) > limits.bodyBytes {
      // Whoever is not one of many answers for what it does itself.
      let loser =
        table.withLock { table in
          let loser = Connections.holdingMost(table.links.values)
          if let loser { table.links[ObjectIdentifier(loser)] = nil }
          return loser
        } ?? link
      release(loser)
      loser.close()
      if loser === link { return }
    }
  }

  /// The bytes of the bodies of a connection are done with.
  func release(_ link: Link) {
    held.subtract(link.held.exchange(0, ordering: .relaxed), ordering: .relaxed)
  }

  /// Lets what is under way be answered, and each connection end when it waits for its client.
  func quiesce() {
    let links = table.withLock { table in
      table.isQuiescing = true
      return Array(table.links.values)
    }
    for link in links { quiesce(link.channel) }
  }

  /// Of one that was taken while the others were told.
  func quiesceIfOver(_ channel: any Channel) {
    if table.withLock({ $0.isQuiescing }) { quiesce(channel) }
  }

  private func quiesce(_ channel: any Channel) {
    channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
  }

  /// Ends what is left, now, and whatever comes still.
  func cut() {
    let links = table.withLock { table in
      table.isOver = true
      return Array(table.links.values)
    }
    for link in links { link.close() }
  }

  private func remove(_ link: Link) {
    table.withLock { _ = $0.links.removeValue(forKey: ObjectIdentifier(link)) }
    release(link)
  }

  /// What it counts for; `nil` when it is never closed for being one of many.
  func countedAddress(of peer: Peer) -> ClientAddress? {
    switch peer {
    case .local: nil
    case .address(let address): proxies.contains(address) ? nil : address.client
    case .unknown: ClientAddress(key: "")
    }
  }
}

// Who is closed for being one of many.
extension Connections {
  /// Of the address with the most connections that wait for their client the oldest ones, as many
  /// as it has more than the next address, at most a batch: looking at all of them has to be paid
  /// for rarely.
  private static func waiting(
    longest links: Dictionary<ObjectIdentifier, Link>.Values, batch: Int
  ) -> [Link] {
    // NB: each is read once, as its event loop goes on meanwhile: one that the server turned to
    // between two looks would be the oldest, at 0.
    let waiting = links.compactMap { link -> (link: Link, address: ClientAddress, since: UInt64)? in
      let since = link.waitingSince.load(ordering: .relaxed)
      guard since > 0, let address = link.address else { return nil }
      return (link, address, since)
    }
    let counts = Dictionary(grouping: waiting, by: \.address).mapValues(\.count)
    guard let most = counts.values.max() else { return [] }
    let next = counts.values.filter { $0 < most }.max() ?? 0
    let isTied = counts.values.count { $0 == most } > 1
    return
      waiting.filter { counts[$0.address] == most }
      .sorted { $0.since < $1.since }
      .prefix(isTied ? 1 : max(1, min(batch, most - next)))
      .map(\.link)
  }

  /// Of the address that holds the most bytes of bodies the connection that holds most of them.
  private static func holdingMost(_ links: Dictionary<ObjectIdentifier, Link>.Values) -> Link? {
    let holding = links.compactMap { link -> (link: Link, address: ClientAddress, held: Int)? in
      let held = link.held.load(ordering: .relaxed)
      guard held > 0, let address = link.address else { return nil }
      return (link, address, held)
    }
    var bytes: [ClientAddress: Int] = [:]
    for one in holding { bytes[one.address, default: 0] += one.held }
    guard let most = bytes.max(by: { $0.value < $1.value })?.key else { return nil }
    return holding.filter { $0.address == most }.max { $0.held < $1.held }?.link
  }
}

// Deadlines.
extension Connections {
  /// Sent through a connection's handlers when its time may be over.
  struct TimeIsUp {}

  /// Between two looks, at least.
  private var pause: TimeAmount { min(.seconds(1), .nanoseconds(limits.shortest.nanoseconds / 4)) }

  /// Looks at the deadlines as long as there are connections: nothing wakes up for none.
  private func watch() {
    let isFirst = table.withLock { table in
      defer { table.isWatched = true }
      return !table.isWatched
    }
    if isFirst { look(in: limits.shortest) }
  }

  private func look(in time: TimeAmount) {
    MultiThreadedEventLoopGroup.singleton.any().scheduleTask(in: time) { [weak self] in
      self?.look()
    }
  }

  private func look() {
    let now = NIODeadline.now().uptimeNanoseconds
    // What begins after this look is due after the shortest time at the earliest.
    var next = now + UInt64(limits.shortest.nanoseconds)
    let late = table.withLock { table -> [Link]? in
      guard !table.links.isEmpty else {
        table.isWatched = false
        return nil
      }
      var late: [Link] = []
      for link in table.links.values {
        let due = link.due.load(ordering: .relaxed)
        if due <= now { late.append(link) } else { next = min(next, due) }
      }
      return late
    }
    guard let late else { return }
    for link in late {
      link.channel.eventLoop.execute {
        link.channel.pipeline.fireUserInboundEventTriggered(TimeIsUp())
      }
    }
    look(in: max(pause, .nanoseconds(Int64(next - now))))
  }
}
