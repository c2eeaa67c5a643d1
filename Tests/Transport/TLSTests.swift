import Contract
import Foundation
import Loyalty
import Testing
import Transport

@Suite struct TLSTests {
  @Test func `a server that speaks no TLS is not talked to`() async throws {
    let server = try BareServer(at: .tcp, greeting: "HTTP/1.1 400 Bad Request\r\n\r\n") { _ in
      .reset
    }
    defer { server.stop() }
    let transport = CurlTransport(address: try ServerAddress("https://127.0.0.1:\(server.port)"))
    await expect(.offline(.notTLS)) { try await transport.send(Request(target: "/")) }
  }

  @Test func `a certificate that nobody vouches for is refused`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let key = folder.path + "/key.pem"
    let certificate = folder.path + "/certificate.pem"
    let maker = try openssl(
      "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
        + " -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1"
        + " -keyout \(key) -out \(certificate)")
    maker.process.waitUntilExit()
    let server = try openssl("s_server -accept 127.0.0.1:0 -www -key \(key) -cert \(certificate)")
    defer { server.process.terminate() }
    let port = try #require(try portOfListener(server.output))
    let transport = CurlTransport(address: try ServerAddress("https://127.0.0.1:\(port)"))
    await expect(.offline(.certificate(.unknownIssuer))) {
      try await transport.send(Request(target: "/"))
    }
  }

  private func openssl(_ arguments: String) throws -> (process: Process, output: FileHandle) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = arguments.split(separator: " ").map(String.init)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    return (process, output.fileHandleForReading)
  }

  /// `s_server` says `ACCEPT 127.0.0.1:41234` when it listens.
  private func portOfListener(_ output: FileHandle) throws -> Int? {
    var text = ""
    while let data = try output.read(upToCount: 1), !data.isEmpty {
      text += String(decoding: data, as: UTF8.self)
      guard text.hasSuffix("\n") else { continue }
      if text.hasPrefix("ACCEPT") {
        return text.trimmingCharacters(in: .newlines).split(separator: ":").last.flatMap { Int($0) }
      }
      text = ""
    }
    return nil
  }
}
