public import App
public import Loyalty
import Synchronization

/// The servers of a demo, one for each brand, each started when it is first asked for.
public final class DemoServers: Sendable {
  struct Brand: Sendable {
    /// The seed is what follows `demo:`.
    var id: Account.ID
    var name: LocalizedText

    var seed: String { String(id.rawValue.dropFirst(5)) }
  }

  /// What follows `demo:` of each.
  public static let seeds = brands.map(\.seed)

  var brands: [Brand] { DemoServers.brands }

  /// In the order of the list; the first one is running.
  static let brands = [
    Brand(id: .init("demo:coffee"), name: [.russian: "Зёрна", .english: "Zerna"]),
    Brand(id: .init("demo:pharmacy"), name: [.russian: "Шалфей"]),
    Brand(id: .init("demo:books"), name: [.english: "Marginalia"]),
  ]

  public let first: DemoServer
  /// The calendar of the servers and of the app on them.
  public let clock: CalendarClock
  private let program: String
  private let seeded: SeededDatabases?
  private let chance: UInt64?
  private let servers: Mutex<[Account.ID: DemoServer]>

  /// Starts the first brand's server.
  ///
  /// - Parameters:
  ///   - program: path of `loyalhub-server`.
  ///   - moment: what the calendar shows; `nil` is what the machine does.
  ///   - seeded: what the databases are copies of; `nil` has each server fill its own.
  ///   - chance: makes codes and numbers the same each time; `nil` leaves them to the system.
  public init(
    program: String, showing moment: Instant? = nil, from seeded: SeededDatabases? = nil,
    chance: UInt64? = nil
  ) throws(DemoServer.Failure) {
    self.program = program
    self.seeded = seeded
    self.chance = chance
    clock = .system(showing: moment)
    first = try DemoServer(
      program: program, seed: DemoServers.brands[0].seed, showing: moment, from: seeded,
      chance: chance)
    servers = Mutex([DemoServers.brands[0].id: first])
  }

  /// The server of a brand; `nil` when it is none of the demo's.
  func server(_ id: Account.ID) throws(AccountError) -> DemoServer? {
    guard let brand = brands.first(where: { $0.id == id }) else { return nil }
    if let server = servers.withLock({ $0[id] }) { return server }
    do throws(DemoServer.Failure) {
      let server = try DemoServer(
        program: program, seed: brand.seed, showing: clock.offset == 0 ? nil : clock.now,
        from: seeded, chance: chance)
      let kept = servers.withLock { servers in
        if servers[id] == nil { servers[id] = server }
        return servers[id]
      }
      // Another thread may have asked for it meanwhile.
      if kept !== server { server.stop() }
      return kept
    } catch {
      throw AccountError("\(error)")
    }
  }

  /// Where a brand's server listens.
  public func address(of brand: Account.ID) throws(AccountError) -> String {
    guard let server = try server(brand) else { throw AccountError("no such brand") }
    return "unix:\(server.socket)"
  }

  /// Buys something at a till of a brand.
  public func sell(
    at brand: Account.ID, card: String, amount: String, key: String? = nil,
    options: [String] = []
  ) throws {
    try server(brand)?.sell(card: card, amount: amount, key: key, options: options)
  }

  /// Takes back what was bought there, or so much of it.
  public func takeBack(at brand: Account.ID, sale: String, amount: String? = nil) throws {
    try server(brand)?.takeBack(sale: sale, amount: amount)
  }

  /// Makes the text of a file the terms of a brand.
  public func publish(terms file: String, at brand: Account.ID) throws {
    try server(brand)?.publish(terms: file)
  }

  /// Moves the calendar of all of them ahead, and of the app on them.
  public func travel(milliseconds: Int64) throws(DemoServer.Failure) {
    let running = servers.withLock { Array($0.values) }
    for server in running { try server.travel(milliseconds: milliseconds) }
    clock.travel(milliseconds: milliseconds)
  }

  /// Lets time pass for all of them, and for the app on them.
  func pass(milliseconds: Int64) throws(DemoServer.Failure) {
    let running = servers.withLock { Array($0.values) }
    for server in running { try server.pass(milliseconds: milliseconds) }
    clock.pass(milliseconds: milliseconds)
  }

  /// Has all of them set a mark behind what is new.
  func mark(_ number: Int64) throws(DemoServer.Failure) {
    let running = servers.withLock { Array($0.values) }
    for server in running { try server.mark(number) }
  }

  /// How many have been started.
  var count: Int { servers.withLock { $0.count } }

  /// Lets all of them finish, and waits for them.
  public func stop() {
    let running = servers.withLock { servers in
      defer { servers = [:] }
      return Array(servers.values)
    }
    for server in running { server.stop() }
  }
}
