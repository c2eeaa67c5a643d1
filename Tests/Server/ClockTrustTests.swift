import Contract
import Foundation
import Loyalty
import SQLite
import Synchronization
import Testing

@testable import Server

/// Two clocks that the test moves, one by one or together.
private final class Clocks: Sendable {
  private let machine: Mutex<Instant>
  private let steady = Mutex<Int64>(1_000_000)
  private let lines = Mutex<[String]>([])

  init(_ machine: Instant = Instant(milliseconds: 1_795_431_900_000)) {
    self.machine = Mutex(machine)
  }

  var now: Instant { machine.withLock(\.self) }
  var told: [String] { lines.withLock(\.self) }

  /// Time passes.
  func pass(days: Int64) {
    jump(days: days)
    steady.withLock { $0 += days * 86_400_000 }
  }

  /// Somebody sets the clock.
  func jump(days: Int64) { machine.withLock { $0 = $0.adding(days: days) } }

  /// Another start of the machine: the steady clock begins anew.
  func restart() { steady.withLock { $0 = 5 } }

  func server(_ path: String, _ clock: Instant? = nil) throws -> LoyaltyServer {
    try LoyaltyServer(
      configuration: ServerConfiguration(database: path, seed: .coffee, clock: clock),
      sms: Bench.Telephone { _ in }, clock: { self.now },
      steady: { self.steady.withLock(\.self) },
      onFailure: { line in self.lines.withLock { $0.append(line) } })
  }
}

@Suite struct ClockTrustTests {
  private let clocks = Clocks()
  private let path = TemporaryFile.path("server.sqlite")
  private let anna = Member.ID("mem_anna")

  /// Points, lines, wrong codes that count and planned screens: what time takes away for good.
  private func kept(_ server: LoyaltyServer) throws -> [Int64] {
    try Ledger(server.store, try server.store.zone()).settle(anna, now: server.clock.now)
    _ = try server.store.purgeSome(now: server.clock.machine)
    return try server.store.database.read { connection in
      try [
        "SELECT sum(remaining) FROM lot WHERE entry IS NOT NULL", "SELECT count(*) FROM entry",
        "SELECT count(*) FROM promo_code_miss",
        "SELECT count(*) FROM screen WHERE publish_at IS NULL",
      ].map { try connection.first($0) { $0.int(0) } ?? 0 }
    }
  }

  /// A server that has been there for a while, with something to lose of each kind.
  private func server() throws -> LoyaltyServer {
    let server = try clocks.server(path)
    server.keepTime()
    try server.store.database.write(locking: []) { connection in
      try connection.execute(
        "INSERT INTO promo_code_miss (member, at) VALUES ('mem_anna', ?)",
        [.integer(clocks.now.rawValue)])
      _ = try connection.execute(
        "UPDATE screen SET scheduled = revision, publish_at = ? WHERE published IS NULL",
        [.integer(clocks.now.adding(days: 30).rawValue)])
    }
    return server
  }

  @Test func `a clock that is ahead for a moment takes nothing away`() throws {
    let server = try server()
    let before = try kept(server)
    clocks.jump(days: 400)
    #expect(try kept(server) == before)
    try server.store.publishDue(at: server.clock.now)
    server.keepTime()
    #expect(try kept(server) == before)
    #expect(clocks.told.count == 1)
    #expect(clocks.told[0].contains("400 days after 2026-11-23"))
    #expect(clocks.told[0].contains("loyalhub-server settle --yes --database \(path)"))
    clocks.jump(days: -400)
    server.keepTime()
    #expect(try kept(server) == before)
    #expect(clocks.told.count == 2 && server.clockDoubt == nil)
    // And time goes on.
    clocks.pass(days: 400)
    #expect(try kept(server)[0] < before[0])
  }

  @Test func `a moment that was read before the clock came right again takes nothing away`() throws
  {
    let server = try server()
    let before = try kept(server)
    let wrong = clocks.now.adding(days: 400)
    try Ledger(server.store, try server.store.zone()).settle(anna, now: wrong)
    #expect(try kept(server) == before)
  }

  @Test func `somebody who says yes lets time do what has waited`() throws {
    let server = try server()
    let before = try kept(server)
    clocks.jump(days: 400)
    let other = try clocks.server(path)
    #expect(other.clockDoubt != nil)
    let due = try other.due()
    #expect(due.expiringMembers > 0 && due.expiring > .zero && due.screens == 1)
    #expect(try kept(other) == before)
    try other.settle()
    #expect(other.clockDoubt == nil)
    #expect(try other.due() == DueWork())
    let after = try kept(other)
    #expect(after[0] < before[0] && after[2] == 0 && after[3] == before[3] + 1)
    // The one that was there hears of it.
    #expect(server.clockDoubt != nil)
    server.keepTime()
    #expect(server.clockDoubt == nil)
    #expect(due.lines(scale: 0, done: false)[0].hasSuffix("points that have expired"))
  }

  @Test(arguments: [true, false])
  func `after a long stop the clock is believed when the server was told to leave`(isClean: Bool)
    throws
  {
    let first = try server()
    let before = try kept(first)
    if isClean { first.close() } else { first.store.database.close() }
    clocks.pass(days: 400)
    clocks.restart()
    let second = try clocks.server(path)
    second.keepTime()
    #expect((second.clockDoubt == nil) == isClean)
    #expect((try kept(second)[0] < before[0]) == isClean)
    // A day later it is as it was: a doubt does not pass by itself.
    clocks.pass(days: 1)
    second.keepTime()
    #expect((second.clockDoubt == nil) == isClean)
  }

  @Test func `a weekend's outage, a sleeping laptop and the first start are no reason to doubt`()
    throws
  {
    let first = try server()
    first.store.database.close()
    clocks.pass(days: 2)
    clocks.restart()
    let second = try clocks.server(path)
    #expect(second.clockDoubt == nil)
    // Asleep: the steady clock goes on.
    clocks.pass(days: 400)
    #expect(second.clockDoubt == nil && clocks.told.isEmpty)
    #expect(try clocks.server(TemporaryFile.path("server.sqlite")).clockDoubt == nil)
  }

  @Test func `a heartbeat of any instance counts`() throws {
    let first = try server()
    let second = try clocks.server(path)
    clocks.pass(days: 3)
    second.keepTime()
    first.store.database.close()
    clocks.pass(days: 1)
    #expect(try clocks.server(path).clockDoubt == nil)
    // One that leaves while another one is there does not speak for it.
    let third = try clocks.server(path)
    third.keepTime()
    third.close()
    second.keepTime()
    clocks.jump(days: 400)
    #expect(try clocks.server(path).clockDoubt != nil)
  }

  private func sell(_ server: LoyaltyServer) throws -> TillSale {
    let card = try server.store.database.read { connection in
      try connection.first("SELECT value FROM card WHERE member = 'mem_anna'") { $0.text(0) } ?? ""
    }
    return try server.sell(
      TillPurchase(
        card: card, amount: Money(amount: 100_000, currency: "RUB"), categories: ["coffee"]),
      key: "a sale")
  }

  @Test func `sales that a clock has dated ahead are named until they are taken back`() throws {
    try server().store.database.close()
    clocks.jump(days: 400)
    let server = try clocks.server(path)
    let sale = try sell(server).receipt.sale
    #expect(try server.due().ahead.isEmpty)
    clocks.jump(days: -400)
    server.keepTime()
    #expect(clocks.told.count == 2 && clocks.told[1].contains("settle --database \(path) names"))
    let due = try server.due()
    #expect(due.ahead.map(\.sale) == [sale])
    #expect(due.ahead.map(\.at) == [clocks.now.adding(days: 400)])
    let lines = due.lines(scale: 0, done: false).suffix(2)
    #expect(lines.first?.hasPrefix("1 sale is dated later than now, up to 2027-12-28T") == true)
    #expect(lines.last?.hasSuffix(" \(sale)") == true)
    _ = try server.takeBack(TillReturn(sale: sale), key: "back")
    #expect(try server.due().ahead.isEmpty)
    #expect(try server.due().lines(scale: 0, done: false).count == 1)
  }

  @Test func `an instance that leaves does not speak for one that was killed in the same minute`()
    throws
  {
    let killed = try server()
    let other = try clocks.server(path)
    other.keepTime()
    killed.store.database.close()
    other.close()
    clocks.pass(days: 400)
    #expect(try clocks.server(path).clockDoubt != nil)
    // Whoever says yes speaks for all.
    let yes = try clocks.server(path)
    try yes.settle()
    yes.close()
    clocks.pass(days: 400)
    #expect(try clocks.server(path).clockDoubt == nil)
  }

  @Test func `one that was killed long before the others left counts no more`() throws {
    let killed = try server()
    killed.store.database.close()
    clocks.pass(days: 1)
    // It comes again, as one that nobody knows.
    let again = try clocks.server(path)
    again.keepTime()
    again.close()
    clocks.pass(days: 400)
    #expect(try clocks.server(path).clockDoubt == nil)
  }

  @Test func `what is given while the clock stands back is good for as long as it should be`()
    throws
  {
    let server = try server()
    clocks.jump(days: -400)
    server.keepTime()
    #expect(clocks.told.count == 1 && clocks.told[0].contains("400 days before"))
    let sale = try sell(server)
    let had = try kept(server)[0]
    clocks.jump(days: 400)
    server.keepTime()
    #expect(sale.receipt.points > .zero && clocks.told.count == 2)
    #expect(try kept(server)[0] == had)
    // A start with such a clock doubts it too, however the last one ended.
    server.close()
    clocks.jump(days: -400)
    #expect(try clocks.server(path).clockDoubt != nil)
  }

  @Test func `moving a demo's calendar is a yes`() throws {
    let server = try server()
    let before = try kept(server)
    #expect(try server.travel(milliseconds: 400 * 86_400_000) > clocks.now)
    #expect(try kept(server)[0] < before[0] && clocks.told.isEmpty)
    clocks.jump(days: 400)
    #expect(server.clockDoubt != nil)
    _ = try server.travel(milliseconds: 0)
    #expect(server.clockDoubt == nil)
    server.store.database.close()
    clocks.jump(days: 400)
    #expect(
      try clocks.server(path, Instant(milliseconds: 1_900_000_000_000)).clockDoubt == nil)
    #expect(clocks.told.isEmpty)
  }
}
