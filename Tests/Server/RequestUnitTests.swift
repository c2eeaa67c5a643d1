import Contract
import Glibc
import HTTPTypes
import Loyalty
import Synchronization
import TestSupport
import Testing

@testable import SQLite
@testable import Server

/// One request is one unit of the database.
struct RequestUnitTests {
  private static let admin = "+79260000001"
  /// Without a history: one lot, from which all is taken.
  private static let member = Member.ID("mem_new")

  /// Statements that ran, and one that may be refused.
  private final class Watch: Sendable {
    private struct Contents {
      var statements: [String] = []
      var refused: Int?
    }

    private let contents = Mutex(Contents())

    var statements: [String] { contents.withLock(\.statements) }

    /// Those that do something.
    var work: [String] {
      statements.filter { sql in
        !["BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE"].contains { sql.hasPrefix($0) }
      }
    }

    func begins(_ kind: String) -> Int { statements.count { $0 == kind } }

    func begin(refusing index: Int? = nil) {
      contents.withLock { $0 = Contents(refused: index) }
    }

    func see(_ sql: String) throws(DatabaseError) {
      let isRefused = contents.withLock { contents in
        // NB: what takes back is never refused; the disk is full for what writes.
        if sql.hasPrefix("ROLLBACK") || sql.hasPrefix("RELEASE") { return false }
        defer { contents.statements.append(sql) }
        return contents.refused == contents.statements.count
      }
      if isRefused { throw DatabaseError(code: 13, message: "no room", sql: sql) }
    }
  }

  private func watch(_ bench: Bench) -> Watch {
    let watch = Watch()
    bench.server.store.database.observe { sql throws(DatabaseError) in try watch.see(sql) }
    return watch
  }

  private func sell(_ bench: Bench, _ token: String) async throws -> Response {
    let card = try #require(try bench.server.store.cards(of: .init("mem_anna")).first)
    let purchase = TillPurchase(
      card: card.value, amount: Money(amount: 40_000, currency: "RUB"), categories: ["coffee"])
    return await bench.send(
      .purchases, body: Wire.encode(purchase), token: token, key: Bench.key())
  }

  @Test func `a pull that brings nothing new is one transaction that only reads`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let all = await bench.send(.changes(since: nil), token: token)
    let next = try Changes(all.body).next
    let watch = watch(bench)
    let same = await bench.send(.changes(since: next), token: token)
    #expect(try Changes(same.body).data.isEmpty)
    #expect(watch.begins("BEGIN") == 1)
    #expect(watch.begins("BEGIN IMMEDIATE") == 0)
    #expect(watch.work.count <= 56, "\(watch.work.count)")
  }

  @Test func `a purchase is one transaction, whatever it gives`() async throws {
    let bench = try Bench()
    let admin = try await bench.signIn(Self.admin).accessToken
    _ = try await sell(bench, admin)
    let card = try #require(try bench.server.store.cards(of: .init("mem_anna")).first)
    let watch = watch(bench)
    let purchase = TillPurchase(
      card: card.value, amount: Money(amount: 40_000, currency: "RUB"), categories: ["coffee"])
    let sold = await bench.send(
      .purchases, body: Wire.encode(purchase), token: admin, key: Bench.key())
    #expect(sold.status == .created)
    #expect(watch.begins("BEGIN") == 0)
    #expect(watch.begins("BEGIN IMMEDIATE") == 1)
    #expect(watch.work.count <= 46, "\(watch.work.count)")
  }

  @Test func `nothing is written to answer a request that reads, unless something is due`()
    async throws
  {
    let bench = try Bench()
    let tokens = [
      try await bench.signIn().accessToken, try await bench.signIn(Bench.vera).accessToken,
    ]
    let routes = Route.all.filter { $0.method == .get }
    // The first time codes and keys are made that are asked for.
    for route in routes { for token in tokens { _ = await bench.send(route, token: token) } }
    let watch = watch(bench)
    for route in routes {
      for token in tokens { _ = await bench.send(route, token: token) }
      #expect(watch.begins("BEGIN IMMEDIATE") == 0, "\(route)")
    }
    // A minute later each session is noted as used, once.
    bench.pass(seconds: 60)
    for _ in 0..<3 { for token in tokens { _ = await bench.send(.balance, token: token) } }
    #expect(watch.begins("BEGIN IMMEDIATE") == 2)
  }

  @Test func `whatever statement fails, the request has done nothing and can be sent again`()
    async throws
  {
    let bench = try Bench()
    let token = try await bench.signIn("+79990000001").accessToken
    try give(bench, points: 100_000)
    let watch = watch(bench)
    for _ in 0..<2 {
      watch.begin()
      #expect(await redeem(bench, token, Bench.key()).status == .created)
    }
    let count = watch.statements.count
    #expect(count > 15)
    var expected = try available(bench) - Points(150)
    for index in 0..<count {
      let key = Bench.key()
      watch.begin(refusing: index)
      let refused = await redeem(bench, token, key)
      // After the COMMIT itself nothing is refused any more.
      #expect(refused.problem?.code == .storageUnavailable, "\(watch.statements.last ?? "")")
      watch.begin()
      #expect(try available(bench) == expected + Points(150))
      #expect(await redeem(bench, token, key).status == .created)
      #expect(try available(bench) == expected)
      expected = expected - Points(150)
    }
  }

  @Test func `wherever a server is killed, the next one answers the same key at once`()
    async throws
  {
    let bench = try Bench()
    let token = try await bench.signIn("+79990000001").accessToken
    try give(bench, points: 1000)
    let before = try available(bench)
    // What a crash leaves is what stands in the files.
    let copies = Mutex<[String]>([])
    bench.server.store.database.observe { [path = bench.path] _ throws(DatabaseError) in
      let copy = TemporaryFile.path("server.sqlite")
      for suffix in ["", "-wal"] { copyFile(path + suffix, copy + suffix) }
      copies.withLock { $0.append(copy) }
    }
    let key = Bench.key()
    let first = await redeem(bench, token, key)
    bench.server.store.database.observe(nil)
    #expect(first.status == .created)
    let paths = copies.withLock(\.self)
    #expect(paths.count > 15)
    for path in paths {
      let next = try LoyaltyServer(
        configuration: ServerConfiguration(database: path), sms: Bench.Telephone { _ in },
        clock: { bench.now })
      let again = await next.respond(to: redemption(token, key))
      #expect(again.status == .created)
      #expect(try available(next, bench.now) == before - Points(150))
      #expect(await next.respond(to: redemption(token, key)).body == again.body)
      #expect(try available(next, bench.now) == before - Points(150))
    }
  }

  @Test func `a key that a server of before has left in progress is answered at once`()
    async throws
  {
    let bench = try Bench()
    let key = Bench.key()
    let body = Wire.encode(CodeRequest(phone: Bench.anna))
    let request = Route.requestCode.request(body: body)
    try bench.server.store.database.write(locking: []) { connection in
      _ = try connection.execute(
        "INSERT INTO idempotency (scope, key, request, created_at) VALUES (?, ?, ?, ?)",
        [
          .text("/v1/auth/otp -"), .text(key), .text(request.fingerprint),
          .integer(bench.now.rawValue),
        ])
    }
    let first = await bench.requestCode(key: key)
    #expect(first.status == .accepted)
    #expect(await bench.requestCode(key: key).body == first.body)
    #expect(bench.codes.count == 1)
  }

  @Test func `a server whose database is in memory reads and writes on its one connection`()
    async throws
  {
    let codes = Mutex<[String]>([])
    let server = try LoyaltyServer(
      configuration: ServerConfiguration(database: ":memory:", seed: .coffee),
      sms: Bench.Telephone { code in codes.withLock { $0.append(code) } },
      clock: { Instant(milliseconds: 1_795_431_900_000) })
    var request = Route.requestCode.request(body: Wire.encode(CodeRequest(phone: Bench.anna)))
    request.fields[.idempotencyKey] = Bench.key()
    let first = await server.respond(to: request)
    #expect(first.status == .accepted)
    #expect(await server.respond(to: request).body == first.body)
    #expect(codes.withLock(\.count) == 1)
    #expect(await server.answer(to: Route.events.request()).stream != nil)
    server.tellNews()
    #expect(await server.respond(to: Route.changes(since: nil).request()).status == .ok)
  }

  @Test func `no message leaves for a request that could not be finished`() async throws {
    let bench = try Bench()
    let watch = watch(bench)
    _ = await bench.requestCode()
    let commit = try #require(watch.statements.lastIndex(of: "COMMIT"))
    watch.begin(refusing: commit)
    #expect(await bench.requestCode("+79031112233").problem?.code == .storageUnavailable)
    #expect(bench.codes.count == 1)
  }

  private func redemption(_ token: String, _ key: String) -> Request {
    var request = Route.redemption(.init("rew_cappuccino"))
      .request(body: Wire.encode(Redemption(expectedCost: Points(150))))
    request.fields.bearerToken = token
    request.fields[.idempotencyKey] = key
    return request
  }

  private func redeem(_ bench: Bench, _ token: String, _ key: String) async -> Response {
    await bench.server.respond(to: redemption(token, key))
  }

  private func available(_ bench: Bench) throws -> Points {
    try available(bench.server, bench.now)
  }

  private func available(_ server: LoyaltyServer, _ now: Instant) throws -> Points {
    try Ledger(server.store, .utc).balance(of: Self.member, now: now).available
  }

  private func give(_ bench: Bench, points: Int64) throws {
    let ledger = Ledger(bench.server.store, .utc)
    try bench.server.store.database.write(locking: []) { connection in
      _ = try ledger.earn(
        Self.member, Points(points),
        Ledger.Words(kind: .bonus, title: [.english: "b"], place: nil), at: bench.now, connection)
    }
  }
}

private func copyFile(_ source: String, _ target: String) {
  let input = open(source, O_RDONLY | O_CLOEXEC)
  let output = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  // NB: what cannot be copied fails where it is opened.
  while sendfile(output, input, nil, 1 << 20) > 0 {}
  close(input)
  close(output)
}
