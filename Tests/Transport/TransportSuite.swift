import Contract
import HTTPTypes
import Synchronization
import TestSupport
import Testing
import Transport

/// What every transport promises, run on each of them.
@Suite struct TransportSuite {
  @Test(arguments: Wiring.allCases)
  func `a request arrives as it was sent`(wiring: Wiring) async throws {
    let body = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
    let sent = Request(
      method: .post, target: "/v1/things?limit=5&cursor=a%2Bb",
      fields: [.contentType: "application/octet-stream", .idempotencyKey: "k 1", .ifNoneMatch: ""],
      body: body)
    try await wiring.serve { got in
      let same =
        got.method == sent.method && got.target == sent.target && got.body == sent.body
        && sent.fields.allSatisfy { got.fields[$0.name] == $0.value }
      return Response(status: same ? .ok : .badRequest, body: Array("\(got.target)".utf8))
    } _: { transport in
      let response = try await transport.send(sent)
      #expect(response.status == .ok)
      #expect(response.body == Array(sent.target.utf8))
    }
  }

  @Test(arguments: Wiring.allCases)
  func `how much of a body has gone out is told on the way`(wiring: Wiring) async throws {
    let body = [UInt8](repeating: 7, count: 500_000)
    let heard = Mutex([Int]())
    try await wiring.serve { request in
      Response(status: request.body == body ? .ok : .badRequest)
    } _: { transport in
      let request = Request(method: .put, target: "/", body: body)
      let response = try await transport.send(request, limits: .sending) { sent in
        heard.withLock { $0.append(sent) }
      }
      #expect(response.status == .ok)
    }
    let told = heard.withLock(\.self)
    #expect(told == told.sorted() && told.last == body.count)
    #expect(Set(told).count == told.count)
  }

  @Test(arguments: Wiring.allCases)
  func `an answer arrives as it was sent`(wiring: Wiring) async throws {
    let bodies = [0, 1, 200_000].map { count in [UInt8](repeating: 7, count: count) }
    try await wiring.serve { request in
      Response(
        status: .accepted,
        fields: [.eTag: "\"a\"", .setCookie: "a=1", .setCookie: "b=2"],
        body: bodies[Int(request.target.dropFirst())!])
    } _: { transport in
      for (index, body) in bodies.enumerated() {
        let response = try await transport.send(Request(target: "/\(index)"))
        #expect(response.status == .accepted)
        #expect(response.fields[.eTag] == "\"a\"")
        #expect(response.fields[values: .setCookie] == ["a=1", "b=2"])
        #expect(response.body == body)
      }
    }
  }

  @Test(arguments: Wiring.allCases, [.get, .head, .post, .put, .delete] as [HTTPRequest.Method])
  func `methods without a body get through`(
    wiring: Wiring, method: HTTPRequest.Method
  ) async throws {
    try await wiring.serve { request in
      Response(status: request.body.isEmpty && request.method == method ? .noContent : .badRequest)
    } _: { transport in
      let response = try await transport.send(Request(method: method, target: "/"))
      #expect(response.status == .noContent)
    }
  }

  @Test(arguments: Wiring.allCases, [304, 401, 404, 429, 503])
  func `a status is an answer, not an error`(wiring: Wiring, status: Int) async throws {
    try await wiring.serve { _ in
      Response(status: HTTPResponse.Status(code: status), fields: [.retryAfter: "3"])
    } _: { transport in
      let response = try await transport.send(Request(target: "/"))
      #expect(response.status.code == status)
      #expect(response.fields[.retryAfter] == "3")
    }
  }

  @Test(arguments: Wiring.allCases)
  func `a stream is handed over, an answer that is no success is kept`(
    wiring: Wiring
  ) async throws {
    let body = (0..<60_000).map { UInt8(truncatingIfNeeded: $0) }
    try await wiring.serve { request in
      let status = HTTPResponse.Status(code: Int(request.target.dropFirst())!)
      return Response(status: status, body: status == .ok ? body : [1, 2, 3])
    } _: { transport in
      let received = Mutex([UInt8]())
      let response = try await transport.stream(
        Request(target: "/200"), limits: .endless
      ) { bytes in received.withLock { $0 += bytes } }
      #expect(response.status == .ok)
      #expect(response.body.isEmpty)
      #expect(received.withLock { $0 == body })
      let refused = try await transport.stream(Request(target: "/503"), limits: .endless) { _ in
        Issue.record("no success is handed over")
      }
      #expect(refused.body == [1, 2, 3])
    }
  }

  @Test(arguments: Wiring.allCases)
  func `an answer of more bytes than the limit is refused`(wiring: Wiring) async throws {
    try await wiring.serve { request in
      Response(status: .ok, body: Array(repeating: 7, count: Int(request.target.dropFirst())!))
    } _: { transport in
      let limits = TransferLimits(body: 1000)
      let response = try await transport.send(Request(target: "/1000"), limits: limits)
      #expect(response.body.count == 1000)
      await expect(.tooLarge(limit: 1000)) {
        try await transport.send(Request(target: "/1001"), limits: limits)
      }
    }
  }

  @Test(arguments: Wiring.allCases, ["", "no-slash", "/a b", "/a\r\nX: y", "/a#b", "http://x/"])
  func `a target that would change the request is not sent`(
    wiring: Wiring, target: String
  ) async throws {
    try await wiring.serve { _ in
      Response(status: .ok)
    } _: { transport in
      await expect(.invalidRequest) { try await transport.send(Request(target: target)) }
    }
  }

  @Test(arguments: Wiring.allCases)
  func `a header value cannot add a line`(wiring: Wiring) async throws {
    try await wiring.serve { request in
      Response(status: request.fields[.cookie] == nil ? .ok : .badRequest)
    } _: { transport in
      let request = Request(target: "/", fields: [.authorization: "a\r\nCookie: b"])
      let response = try await transport.send(request)
      #expect(response.status == .ok)
    }
  }

  @Test(arguments: Wiring.allCases)
  func `a task that was cancelled before it began sends nothing`(wiring: Wiring) async throws {
    try await wiring.serve { _ in
      Issue.record("the server was asked")
      return Response(status: .ok)
    } _: { transport in
      let gate = Gate()
      let task = Task {
        await gate.wait()
        await expect(.cancelled) { try await transport.send(Request(target: "/")) }
      }
      task.cancel()
      gate.open()
      await task.value
    }
  }

  @Test(arguments: Wiring.allCases)
  func `after shutdown nothing is sent`(wiring: Wiring) async throws {
    try await wiring.serve { _ in
      Response(status: .ok)
    } _: { transport in
      let response = try await transport.send(Request(target: "/"))
      #expect(response.status == .ok)
      transport.shutdown()
      transport.shutdown()
      await expect(.cancelled) { try await transport.send(Request(target: "/")) }
    }
  }

  @Test(arguments: Wiring.allCases)
  func `two hundred requests at once all get their own answer`(wiring: Wiring) async throws {
    try await wiring.serve { request in
      Response(status: .ok, body: Array(request.target.utf8))
    } _: { transport in
      let wrong = try await withThrowingTaskGroup { group in
        for number in 0..<200 {
          group.addTask {
            let target = "/\(number)"
            return try await transport.send(Request(target: target)).body != Array(target.utf8)
          }
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(wrong == 0)
    }
  }
}

/// Expects a `TransportError` of one kind.
func expect(
  _ kind: TransportError.Kind, sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () async throws -> Response
) async {
  let error = await #expect(throws: TransportError.self, sourceLocation: sourceLocation) {
    try await body()
  }
  #expect(error?.kind == kind, "\(error?.log ?? "")", sourceLocation: sourceLocation)
}
