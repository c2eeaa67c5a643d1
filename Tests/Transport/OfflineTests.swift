import Contract
import Foundation
import HTTPTypes
import Loyalty
import Testing

@testable import Transport

/// What a machine may lack: a server, a name, a library.
@Suite struct OfflineTests {
  @Test func `nobody listens on the port`() async throws {
    // Taken, so that no other test listens on it meanwhile.
    let (descriptor, port) = try Socket.bindToLoopback()
    defer { close(descriptor) }
    let transport = CurlTransport(address: try ServerAddress("http://127.0.0.1:\(port)"))
    await expect(.offline(.refused)) { try await transport.send(Request(target: "/")) }
  }

  @Test func `there is no such socket`() async throws {
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).sock"
    let transport = CurlTransport(address: .unixSocket(path: path))
    await expect(.offline(.refused)) { try await transport.send(Request(target: "/")) }
  }

  @Test func `the socket of a server that was killed`() async throws {
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).sock"
    defer { unlink(path) }
    close(try Socket.listen(atPath: path))
    let transport = CurlTransport(address: .unixSocket(path: path))
    await expect(.offline(.refused)) { try await transport.send(Request(target: "/")) }
  }

  @Test func `a name that cannot exist`() async throws {
    // Too long for the name system: no question leaves this machine.
    let name = String(repeating: "a", count: 64)
    let transport = CurlTransport(address: try ServerAddress("https://\(name).example"))
    await expect(.offline(.unresolvable)) { try await transport.send(Request(target: "/")) }
  }

  @Test func `without libcurl each request says what to install`() async throws {
    let transport = CurlTransport(
      address: try ServerAddress("http://127.0.0.1"), library: "libcurl-that-is-not-there.so.4")
    for _ in 0..<2 {
      let error = await #expect(throws: TransportError.self) {
        try await transport.send(Request(target: "/"))
      }
      #expect(error?.kind == .unsupported)
      #expect(error?.log.contains("apt install libcurl4") == true)
      #expect(error?.log.contains("libcurl-that-is-not-there.so.4") == true)
    }
  }

  @Test func `another library is no libcurl`() async throws {
    let transport = CurlTransport(
      address: try ServerAddress("http://127.0.0.1"), library: "libm.so.6")
    await expect(.unsupported) { try await transport.send(Request(target: "/")) }
  }

  @Test func `an error tells the log neither the path nor the token`() async throws {
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).sock"
    let transport = CurlTransport(address: .unixSocket(path: path))
    let request = Request(
      target: "/v1/me/ledger?cursor=secret-cursor",
      fields: [.authorization: "Bearer secret-token"])
    let error = await #expect(throws: TransportError.self) { try await transport.send(request) }
    #expect(error?.log.contains("secret") == false)
    #expect(error?.log.contains("/v1") == false)
  }
}
