import Contract
import HTTPTypes
import Loyalty
import Synchronization
import TestSupport
import Testing

@testable import Transport

/// Many at once, and the worst moment to end it: everybody gets an answer.
@Suite struct LoadTests {
  /// So long that no machine is too slow.
  private static let patient = TransferLimits(
    connect: .seconds(60), total: .seconds(60), stall: .seconds(60))

  @Test func `five hundred cancelled requests all end as cancelled`() async throws {
    let arrived = Arrivals(expected: CurlLoop.maximumActive)
    try await serveBadly { _ in
      arrived.note()
      return .rawThenSilence([])
    } _: { transport in
      let tasks = (0..<500).map { number in
        Task { await kind(of: "/\(number)", over: transport) }
      }
      await arrived.all.wait()
      for task in tasks { task.cancel() }
      for task in tasks { #expect(await task.value == .cancelled) }
    }
  }

  @Test func `what is cancelled leaves the others alone`() async throws {
    let arrived = Arrivals(expected: 20)
    try await serveBadly { request in
      arrived.note()
      return request.target == "/hang" ? .rawThenSilence([]) : .response(Response(status: .ok))
    } _: { transport in
      let hanging = (0..<20).map { _ in
        Task { await kind(of: "/hang", over: transport) }
      }
      await arrived.all.wait()
      async let other = transport.send(Request(target: "/ok"), limits: Self.patient)
      for task in hanging { task.cancel() }
      for task in hanging { #expect(await task.value == .cancelled) }
      let status = try await other.status
      #expect(status == .ok)
    }
  }

  @Test func `a server killed under load leaves nobody waiting`() async throws {
    let arrived = Arrivals(expected: CurlLoop.maximumActive)
    let server = try BareServer(at: .tcp) { _ in
      arrived.note()
      return .rawThenSilence([])
    }
    let transport = CurlTransport(address: try ServerAddress("http://127.0.0.1:\(server.port)"))
    let tasks = (0..<200).map { number in
      Task { await kind(of: "/\(number)", over: transport) }
    }
    await arrived.all.wait()
    server.stop()
    for task in tasks {
      let kind = await task.value
      #expect(kind == .offline(.dropped) || kind == .offline(.refused))
    }
  }

  @Test func `a shutdown under load cancels all, also what still waits`() async throws {
    let arrived = Arrivals(expected: CurlLoop.maximumActive)
    try await serveBadly { _ in
      arrived.note()
      return .rawThenSilence([])
    } _: { transport in
      let tasks = (0..<200).map { number in
        Task { await kind(of: "/\(number)", over: transport) }
      }
      await arrived.all.wait()
      transport.shutdown()
      for task in tasks { #expect(await task.value == .cancelled) }
    }
  }

  @Test func `no more than sixty-four requests are at the server at a time`() async throws {
    let arrived = Arrivals(expected: CurlLoop.maximumActive)
    try await serveBadly { _ in
      arrived.note()
      // Held until so many stand here together; the time of those who wait does not run.
      arrived.waitForAll()
      arrived.leave()
      return .response(Response(status: .ok))
    } _: { transport in
      try await withThrowingTaskGroup { group in
        for number in 0..<300 {
          group.addTask {
            try await transport.send(Request(target: "/\(number)"), limits: Self.patient).status
          }
        }
        for try await status in group { #expect(status == .ok) }
      }
      #expect(arrived.most == CurlLoop.maximumActive)
    }
  }

  private func kind(
    of target: String, over transport: CurlTransport
  ) async -> TransportError.Kind? {
    do throws(TransportError) {
      _ = try await transport.send(Request(target: target), limits: Self.patient)
      return nil
    } catch {
      return error.kind
    }
  }
}
