import Contract
import HTTPTypes
import LocalStore
import Loyalty
import Synchronization
import Testing
import Transport

@testable import Sync

struct RetryTests {
  /// `random` is a half, so each wait is half of what it may be.
  @Test func `a server that is busy for a moment is asked again, later each time`() async throws {
    let bench = try await Bench.synced()
    let counter = Mutex(0)
    bench.line.answer(.changes(since: nil)) { _ in
      let count = counter.withLock { count in
        count += 1
        return count
      }
      return count <= 2 ? .response(Response(status: .serviceUnavailable)) : nil
    }
    try await bench.engine.pull(language: .english)
    #expect(bench.waits.take() == [.milliseconds(125), .milliseconds(250)])
    let tries = bench.line.take().filter { $0.path == Route.changes(since: nil).template }
    #expect(tries.map(\.status) == [503, 503, 200])
    #expect(Set(tries.map { $0.request.fields[.originRequestID] }).count == 1)
  }

  @Test func `three tries are enough`() async throws {
    let bench = try await Bench.synced()
    let before = try bench.contents()
    bench.line.answer { _ in .response(Response(status: .serviceUnavailable)) }
    let failure = await failure { try await bench.engine.pull(language: .english) }
    #expect(failure?.isOffline == true)
    #expect(bench.line.take().count == 3)
    #expect(try bench.contents() == before)
  }

  @Test(
    arguments: [
      ("2", [.seconds(2), .seconds(2)]), ("0", [.zero, .zero]), ("5", [.seconds(5), .seconds(5)]),
      ("6", []), ("99999999", []),
      ("99999999999999999999", [.milliseconds(125), .milliseconds(250)]),
      ("Wed, 21 Oct 2015 07:28:00 GMT", [.zero, .zero]),
      ("Wed, 21 Oct 2099 07:28:00 GMT", []),
      ("soon", [.milliseconds(125), .milliseconds(250)]),
      ("-1", [.zero, .zero]),
    ] as [(String, [Duration])])
  func `the server says when, if that is soon`(value: String, waits: [Duration]) async throws {
    let bench = try Bench()
    bench.line.answer { _ in
      .response(Response(status: .serviceUnavailable, fields: [.retryAfter: value]))
    }
    _ = await failure { try await bench.engine.pull(language: .english) }
    #expect(bench.waits.take() == waits)
  }

  @Test(
    arguments: [
      (.offline(.refused), 3), (.offline(.unresolvable), 3), (.offline(.unreachable), 3),
      (.offline(.dropped), 3), (.offline(.timedOut), 1),
      (.offline(.certificate(.expired)), 1),
    ] as [(TransportError.Kind, Int)])
  func `without a server what is stored stays`(
    kind: TransportError.Kind, tries: Int
  ) async throws {
    let bench = try await Bench.synced()
    let before = try bench.contents()
    bench.line.answer { _ in .failure(kind) }
    let pull = await failure { try await bench.engine.pull(language: .english) }
    #expect(pull?.isOffline == true)
    #expect(bench.line.take().count == tries)
    let older = await failure { _ = try await bench.engine.loadOlder(language: .english) }
    #expect(older?.isOffline == true)
    #expect(try bench.contents() == before)
    #expect(bench.engine.isSignedIn)
  }

  @Test func `each failure of the transport has its name`() {
    let kinds: [(TransportError.Kind, SyncFailure)] = [
      (.offline(.refused), .offline(.refused, "x")), (.offline(.notTLS), .offline(.notTLS, "x")),
      (.tooLarge(limit: 1), .tooLarge), (.truncated, .garbled("truncated: x")),
      (.garbled, .garbled("bad HTTP: x")), (.cancelled, .cancelled),
      (.unsupported, .unsupported("x")),
    ]
    for (kind, failure) in kinds {
      #expect(SyncFailure(TransportError(kind, log: "x")) == failure)
    }
  }

  @Test(arguments: [502, 503, 504])
  func `a gateway's words mean that the server is not there`(status: Int) async throws {
    let bench = try Bench()
    bench.line.answer { _ in .response(Response(status: .init(code: status))) }
    let failure = await failure { try await bench.engine.pull(language: .english) }
    #expect(failure?.isOffline == true)
  }

  @Test(arguments: [
    (Route.balance, RetryPolicy.Repeatability.any), (.requestCode, .any), (.verifyCode, .any),
    (.endSession, .any), (.refreshSession, .onceMore),
  ])
  func `what may have been done is repeated when that does it once`(
    route: Route, repeatability: RetryPolicy.Repeatability
  ) {
    #expect(RetryPolicy.Repeatability(route) == repeatability)
    let dropped = Result<Response, TransportError>.failure(
      TransportError(.offline(.dropped), log: ""))
    let waits = [1, 2, 3].map { attempt in
      RetryPolicy.wait(after: dropped, attempt: attempt, repeatability, random: 0.5) != nil
    }
    #expect(waits == [true, repeatability == .any, false])
    #expect(RetryPolicy.wait(after: dropped, attempt: 1, .unlessDelivered, random: 0.5) == nil)
  }

  @Test func `whoever gives up while waiting sends nothing more`() async throws {
    let bench = try Bench()
    bench.line.answer { _ in
      withUnsafeCurrentTask { $0?.cancel() }
      return .response(Response(status: .serviceUnavailable))
    }
    let failure = await failure { try await bench.engine.pull(language: .english) }
    #expect(failure == .cancelled)
    #expect(bench.line.take().count == 1)
  }

  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
    ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"),
    ("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z"),
    ("Mon, 30 Nov 2026 23:59:60 GMT", "2026-11-30T23:59:59Z"),
    ("Sun, 31 Feb 2026 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 08:49:37 CET", nil), ("120", nil),
    ("", nil),
  ])
  func `a date is read in each form that HTTP has`(text: String, moment: String?) {
    #expect(Instant(httpDate: text) == moment.flatMap { Instant(rfc3339: $0) })
  }

  @Test(arguments: [429, 503])
  func `a moment to come back is told as seconds, by the server's own clock`(
    status: Int
  ) async throws {
    let bench = try Bench()
    bench.line.answer { _ in
      .response(
        Response(
          status: .init(code: status),
          fields: [
            .date: "Thu, 21 Oct 2027 07:28:00 GMT", .retryAfter: "Thu, 21 Oct 2027 07:38:00 GMT",
          ]))
    }
    let failure = await failure { try await bench.engine.pull(language: .english) }
    #expect(bench.waits.take().isEmpty)
    #expect(failure?.seconds == 600)
  }

  @Test func `a problem without seconds takes those of the header`() async throws {
    let bench = try Bench()
    let problem = Problem(status: 429, code: .rateLimited, title: "Too many")
    bench.line.answer { _ in
      .response(
        Response(
          status: .tooManyRequests,
          fields: [.contentType: "application/problem+json", .retryAfter: "40"],
          body: Wire.encode(problem)))
    }
    let failure = await failure { try await bench.engine.pull(language: .english) }
    guard case .problem(let told) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(told.retryAfter == 40)
  }
}
