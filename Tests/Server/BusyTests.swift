import Contract
import Glibc
import HTTPTypes
import Loyalty
import Synchronization
import Testing

@testable import SQLite
@testable import Server

/// Another process holds the lock of the database, as a backup does.
struct BusyTests {
  private func hold(_ bench: Bench) throws -> Connection {
    let other = try Connection(path: bench.path, readOnly: false, busyTimeout: 0)
    try other.execute("BEGIN IMMEDIATE")
    return other
  }

  /// Without waiting for the lock.
  private func send(
    _ bench: Bench, _ route: Route, body: [UInt8] = [], token: String? = nil, key: String? = nil
  ) -> Response {
    var request = route.request(body: body)
    request.fields.bearerToken = token
    request.fields[.idempotencyKey] = key
    switch bench.server.look(at: request) {
    case .answered(let answer): return answer.response
    case .waits(let waiting): return bench.server.write(waiting, within: 0).response
    }
  }

  private func requestCode(_ bench: Bench, key: String = Bench.key()) -> Response {
    send(bench, .requestCode, body: Wire.encode(CodeRequest(phone: Bench.anna)), key: key)
  }

  @Test func `who reads is answered, who writes is told to come back, and nothing is left`()
    async throws
  {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    _ = await bench.send(.changes(since: nil), token: token)
    // The session would be noted as used.
    bench.pass(seconds: 600)
    let other = try hold(bench)
    let key = Bench.key()
    for language in ["ru", "en"] {
      for route in [Route.balance, .changes(since: nil), .rewards, .screens, .referral] {
        #expect(send(bench, route, token: token).status == .ok, "\(route)")
      }
      var request = Route.requestCode.request(
        body: Wire.encode(CodeRequest(phone: Bench.anna)), fields: [.acceptLanguage: language])
      request.fields[.idempotencyKey] = key
      guard case .waits(let waiting) = bench.server.look(at: request) else {
        Issue.record("answered without writing")
        continue
      }
      let refused = bench.server.write(waiting, within: 0).response
      #expect(refused.status.code == 503)
      #expect(refused.problem?.code == .busy)
      #expect(refused.fields[.retryAfter] == "1")
    }
    try other.execute("COMMIT")
    #expect(requestCode(bench, key: key).status == .accepted)
    #expect(bench.codes.count == 2)
  }

  @Test func `who reads is answered although the disk takes nothing`() async throws {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    // The session would be noted as used.
    bench.pass(seconds: 600)
    bench.server.store.database.observe { sql throws(DatabaseError) in
      guard sql == "BEGIN IMMEDIATE" else { return }
      // `SQLITE_FULL`
      throw DatabaseError(code: 13, message: "database or disk is full")
    }
    for route in [Route.balance, .changes(since: nil), .rewards, .referral] {
      #expect(send(bench, route, token: token).status == .ok, "\(route)")
    }
    #expect(requestCode(bench).problem?.code == .storageUnavailable)
  }

  @Test func `a file that was replaced is written no more, and the operator is told`() async throws
  {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    bench.pass(seconds: 600)
    #expect(rename(bench.path, bench.path + ".old") == 0)
    #expect(send(bench, .balance, token: token).status == .ok)
    #expect(requestCode(bench).problem?.code == .storageUnavailable)
    let line = try #require(bench.lines.last)
    #expect(line.contains("was removed, or another file was put in its place"), "\(line)")
    #expect(rename(bench.path + ".old", bench.path) == 0)
    #expect(requestCode(bench).status == .accepted)
  }

  @Test func `what is due meanwhile is seen as of the moment before, and done afterwards`()
    async throws
  {
    let bench = try Bench()
    let token = try await bench.signIn().accessToken
    let before = try balance(send(bench, .balance, token: token))
    let soonest = try #require(before.expiring.first)
    let wait = soonest.at.seconds(since: bench.now) + 1
    bench.pass(seconds: wait)
    let fresh = try await bench.signIn().accessToken
    let other = try hold(bench)
    let meanwhile = try balance(send(bench, .balance, token: fresh))
    #expect(meanwhile.asOf <= soonest.at)
    #expect(meanwhile.available.rawValue >= soonest.points.rawValue)
    #expect(meanwhile.expiring.first == soonest)
    try other.execute("COMMIT")
    // As soon as somebody has written, or after a second.
    #expect(requestCode(bench).status == .accepted)
    let after = try balance(send(bench, .balance, token: fresh))
    #expect(after.asOf == bench.now)
    #expect(!after.expiring.contains(soonest))
  }

  @Test func `a flood of those who are told to come back leaves a line a second`() async throws {
    let bench = try Bench()
    let other = try hold(bench)
    for _ in 0..<50 { #expect(requestCode(bench).status.code == 503) }
    #expect(bench.lines.count == 1)
    let line = try #require(bench.lines.first)
    #expect(line.hasPrefix("request req_"))
    #expect(line.contains(" POST /v1/auth/otp: 503 busy: "))
    #expect(line.contains(bench.path) && line.contains("BEGIN IMMEDIATE"))
    bench.pass(seconds: 2)
    _ = requestCode(bench)
    #expect(bench.lines.count == 2)
    #expect(bench.lines.last?.hasSuffix("; 49 more before it") == true)
    _ = requestCode(bench)
    bench.pass(seconds: 2)
    bench.server.beat()
    #expect(bench.lines.last == "1 more: 503 busy")
    bench.server.beat()
    #expect(bench.lines.count == 3)
    try other.execute("COMMIT")
  }

  @Test func `a log that grew beside a backup is emptied when it has gone, although nobody writes`()
    throws
  {
    let bench = try Bench()
    let backup = try Connection(path: bench.path, readOnly: false, busyTimeout: 0)
    try backup.execute("BEGIN")
    _ = try backup.first("SELECT count(*) FROM member") { $0.int(0) }
    for _ in 0..<20 {
      try bench.server.store.database.write(locking: []) { connection in
        _ = try connection.execute(
          "INSERT OR REPLACE INTO setting VALUES ('bulk', hex(zeroblob(500000)))")
      }
    }
    func bytes() -> Int {
      var status = stat()
      return stat(bench.path + "-wal", &status) == 0 ? Int(status.st_size) : -1
    }
    func look() {
      bench.server.nextEmptying.store(0, ordering: .relaxed)
      bench.server.purgeWhatIsDue()
    }
    look()
    #expect(bytes() > 16 << 20)
    // It is tried again soon, not at the next look of a minute later.
    #expect(try #require(bench.server.untilEmptying) <= 5000)
    try backup.execute("COMMIT")
    look()
    #expect(bytes() == 0)
    #expect(bench.server.untilEmptying == nil && bench.lines.isEmpty)
  }

  @Test func `streams are told, and what the server does by itself fails once in the log`()
    async throws
  {
    let bench = try Bench()
    _ = try bench.server.store.database.write(locking: []) { connection in
      try connection.execute(
        "UPDATE screen SET scheduled = revision, publish_at = ?", [.integer(bench.now.rawValue)])
    }
    let answer = await bench.server.answer(to: Route.events.request())
    let stream = try #require(answer.stream)
    try bench.server.store.database.write(locking: []) { connection in
      _ = try connection.execute("UPDATE store SET position = position + 1")
    }
    let other = try hold(bench)
    let start = ContinuousClock.now
    for _ in 0..<20 { bench.server.tellNews() }
    #expect(ContinuousClock.now - start < .seconds(1))
    stream.end()
    var told = 0
    for await _ in stream.chunks { told += 1 }
    #expect(told == 1)
    #expect(bench.lines.isEmpty)
    try other.execute("COMMIT")
    bench.server.tellNews()
    let planned = try bench.server.store.database.read { connection in
      try connection.first("SELECT count(*) FROM screen WHERE publish_at IS NOT NULL") { $0.int(0) }
    }
    #expect(planned == 0)
  }

  private func balance(_ response: Response) throws -> Balance {
    try Wire.decode(Balance.self, from: response.body)
  }
}
