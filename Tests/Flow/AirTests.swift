import Contract
import HTTPTypes
import InProcess
import Loyalty
import Synchronization
import Testing
import Transport

@testable import Flows

/// What lies between a window and its server.
struct AirTests {
  private let air = Air()

  @Test func `nothing goes through air that is cut, and all does when it is open again`()
    async throws
  {
    let transport = AirTransport(answering(), through: air, window: "")
    #expect(try await transport.send(Request(target: "/a"), limits: .init()).status == .ok)
    air.isCut = true
    await #expect(throws: TransportError.self) {
      try await transport.send(Request(target: "/a"), limits: .init())
    }
    await #expect(throws: TransportError.self) {
      try await transport.stream(Request(target: "/a"), limits: .init()) { _ in }
    }
    air.isCut = false
    #expect(try await transport.send(Request(target: "/a"), limits: .init()).status == .ok)
  }

  @Test func `a stream ends when the air is cut, or its window's app has ended`() async throws {
    for cut in [{ [air] in air.isCut = true }, { [air] in air.leave(window: "a") }] {
      air.isCut = false
      let (began, begin) = AsyncStream<Void>.makeStream()
      let endless = HandlerTransport { _ in
        begin.yield()
        await Cut().wait()
        return Response(status: .ok)
      }
      let transport = AirTransport(endless, through: air, window: "a")
      let answer = Task {
        try await transport.stream(Request(target: "/a"), limits: .endless) { _ in }
      }
      for await _ in began { break }
      cut()
      let error = await #expect(throws: TransportError.self) { try await answer.value }
      #expect(error?.kind == .offline(.unreachable))
    }
  }

  @Test func `an app that has ended sends nothing more, the next one does`() async throws {
    let old = AirTransport(answering(), through: air, window: "a")
    let other = AirTransport(answering(), through: air, window: "b")
    air.leave(window: "a")
    let new = AirTransport(answering(), through: air, window: "a")
    await #expect(throws: TransportError.self) {
      try await old.send(Request(target: "/"), limits: .init())
    }
    for transport in [other, new] {
      #expect(try await transport.send(Request(target: "/"), limits: .init()).status == .ok)
    }
  }

  @Test func `each request is told of, with the server's name for it and without its query`()
    async throws
  {
    let heard = Mutex<[SentRequest]>([])
    air.listener = { request in heard.withLock { $0.append(request) } }
    let transport = AirTransport(answering(), through: air, window: "a")
    _ = try await transport.send(Request(method: .post, target: "/a?b=c"), limits: .init())
    air.isCut = true
    _ = try? await transport.send(Request(target: "/d"), limits: .init())
    let told = heard.withLock(\.self)
    #expect(told.map(\.method) == ["POST", "GET"] && told.map(\.path) == ["/a", "/d"])
    #expect(told.map(\.status) == [200, nil] && told.map(\.traceID) == ["r1", nil])
    #expect(told.map(\.window) == ["a", "a"])
  }

  private func answering() -> HandlerTransport {
    HandlerTransport { _ in
      var fields = HTTPFields()
      if let name = HTTPField.Name("X-Request-Id") { fields[name] = "r1" }
      return Response(status: .ok, fields: fields)
    }
  }
}
