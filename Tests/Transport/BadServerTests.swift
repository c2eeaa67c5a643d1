import Contract
import Foundation
import HTTPTypes
import Loyalty
import TestSupport
import Testing
import Transport

/// What a server may do wrong, and what the client makes of it.
@Suite struct BadServerTests {
  static let wrongs: [(name: String, bytes: String, kind: TransportError.Kind)] = [
    ("nothing at all", "", .offline(.dropped)),
    ("something that is not HTTP", "SSH-2.0-OpenSSH_9.2\r\n", .offline(.notHTTP)),
    ("a status that is no number", "HTTP/1.1 OK\r\n\r\n", .offline(.notHTTP)),
    (
      "a body that ends too early", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345", .truncated
    ),
    (
      "chunks that end too early",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n", .truncated
    ),
    (
      "a body that is not compressed as it says",
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\n12345", .garbled
    ),
    (
      "a compression that nobody asked for",
      "HTTP/1.1 200 OK\r\nContent-Encoding: rot13\r\nContent-Length: 5\r\n\r\n12345", .garbled
    ),
    (
      "a length beyond the limit",
      "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n1", .tooLarge(limit: 8 << 20)
    ),
  ]

  @Test(arguments: wrongs)
  func `each wrong answer is named`(
    wrong: (name: String, bytes: String, kind: TransportError.Kind)
  ) async throws {
    try await serveBadly { _ in
      .raw(Array(wrong.bytes.utf8))
    } _: { transport in
      await expect(wrong.kind) { try await transport.send(Request(target: "/")) }
    }
  }

  @Test func `a reset connection is no answer`() async throws {
    try await serveBadly { _ in
      .reset
    } _: { transport in
      await expect(.offline(.dropped)) { try await transport.send(Request(target: "/")) }
    }
  }

  @Test func `a request body that nobody reads does not kill the process`() async throws {
    try await serveBadly { _ in
      .reset
    } _: { transport in
      let request = Request(
        method: .post, target: "/", body: Array(repeating: 1, count: 10 << 20))
      await #expect(throws: TransportError.self) { try await transport.send(request) }
    }
  }

  @Test(
    arguments: ["", "HTTP/1.1 200 OK\r\nX-A", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n123"])
  func `a server that falls silent is given up`(bytes: String) async throws {
    try await serveBadly { _ in
      .rawThenSilence(Array(bytes.utf8))
    } _: { transport in
      await expect(.offline(.timedOut)) {
        try await transport.send(
          Request(target: "/"), limits: TransferLimits(total: .milliseconds(200)))
      }
    }
  }

  @Test func `a stream is heard while it lasts, and can be left`() async throws {
    try await serveBadly { _ in
      .rawThenSilence(Array("HTTP/1.1 200 OK\r\n\r\n: here\n\n".utf8))
    } _: { transport in
      let heard = Gate()
      let task = Task {
        try await transport.stream(Request(target: "/"), limits: .endless) { bytes in
          #expect(bytes == Array(": here\n\n".utf8))
          heard.open()
        }
      }
      await heard.wait()
      task.cancel()
      await expect(.cancelled) { try await task.value }
    }
  }

  @Test func `ten megabytes without a length stop at the limit`() async throws {
    let body = [UInt8](repeating: UInt8(ascii: "1"), count: 10 << 20)
    try await serveBadly { _ in
      .raw(Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + body)
    } _: { transport in
      await expect(.tooLarge(limit: 8 << 20)) { try await transport.send(Request(target: "/")) }
    }
  }

  @Test func `a head without an end stops at the limit`() async throws {
    let line = Array("X-Padding: \(String(repeating: "a", count: 1000))\r\n".utf8)
    let head = Array("HTTP/1.1 200 OK\r\n".utf8) + (0..<400).flatMap { _ in line }
    try await serveBadly { _ in
      .rawThenSilence(head)
    } _: { transport in
      await expect(.tooLarge(limit: 8 << 20)) { try await transport.send(Request(target: "/")) }
    }
  }

  @Test func `a small body that unpacks to a huge one stops at the limit`() async throws {
    let bomb = try gzip(zeros: 100 << 20)
    #expect(bomb.count < 200_000)
    let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(bomb.count)\r\n\r\n"
    try await serveBadly { _ in
      .raw(Array(head.utf8) + bomb)
    } _: { transport in
      await expect(.tooLarge(limit: 8 << 20)) { try await transport.send(Request(target: "/")) }
    }
  }

  @Test func `a compressed body arrives unpacked`() async throws {
    let packed = try gzip(zeros: 5000)
    try await serveBadly { request in
      guard request.fields[.acceptEncoding]?.contains("gzip") == true else { return .reset }
      return .response(Response(status: .ok, fields: [.contentEncoding: "gzip"], body: packed))
    } _: { transport in
      let response = try await transport.send(Request(target: "/"))
      #expect(response.body == [UInt8](repeating: 0, count: 5000))
      #expect(response.fields[.contentEncoding] == nil)
      #expect(response.fields[.contentLength] == nil)
    }
  }

  @Test func `only the last head counts and trailers do not`() async throws {
    let bytes =
      "HTTP/1.1 103 Early Hints\r\nX-A: early\r\n\r\n"
      + "HTTP/1.1 200 OK\r\nX-B: final\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "2\r\nok\r\n0\r\nX-C: late\r\n\r\n"
    try await serveBadly { _ in
      .raw(Array(bytes.utf8))
    } _: { transport in
      let response = try await transport.send(Request(target: "/"))
      #expect(response.status == .ok)
      #expect(response.body == Array("ok".utf8))
      #expect(response.fields.map(\.name.rawName) == ["X-B", "Transfer-Encoding"])
    }
  }

  @Test func `a redirect is not followed`() async throws {
    try await serveBadly { request in
      guard request.target == "/" else { return .reset }
      return .response(Response(status: .found, fields: [.location: "/elsewhere"]))
    } _: { transport in
      let response = try await transport.send(Request(target: "/"))
      #expect(response.status == .found)
    }
  }

  private func gzip(zeros count: Int) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "head -c \(count) /dev/zero | gzip -9"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(data)
  }
}
