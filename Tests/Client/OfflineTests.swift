import App
import Cells
import Client
import Contract
import Foundation
import HTTPTypes
import InProcess
import TestSupport
import Testing
import Transport

struct OfflineTests {
  @Test func `a server that goes away leaves the last state with its age`() async throws {
    try await onThread {
      let server = try Wiring.overSocket.open()
      let app = try server.signedIn()
      let balance = app.text("home.balance")
      server.stop()
      app.send(.action(.refresh))
      try app.wait("the word of it") { $0.text("app.connection")?.contains("Offline") == true }
      #expect(app.text("home.balance") == balance)
      #expect(app.state.nextDeadline != nil)
      #expect(app.state.isSignedIn)
    }
  }

  @Test func `a first start without a server says so and offers to try again`() async throws {
    try await onThread {
      let folder = TemporaryFolder()
      let transport = CurlTransport(address: .unixSocket(path: folder.path + "/nobody.sock"))
      let app = HeadlessApp(try .member(transport, home: folder.path))
      try app.wait("trouble") { $0.state.network.trouble != nil }
      #expect(app.frame.grid.text.contains("cannot be reached"))
      #expect(app.frame.elements.contains { $0.id == "login.phone" })
    }
  }

  @Test(arguments: [
    Array("<html>".utf8), Array("{\"id\":5}".utf8), Array("{\"id\":\"prg".utf8),
    [UInt8](repeating: 0x20, count: Effort.count(1_000_000, long: 10_000_000)), [0xFF, 0xFE, 0x00],
  ])
  func `an answer that makes no sense loses nothing`(body: [UInt8]) async throws {
    try await onThread {
      let server = try Wiring.inProcess.open()
      let folder = TemporaryFolder()
      let app = HeadlessApp(
        try .member(HandlerTransport { _ in Response(status: .ok, body: body) }, home: folder.path))
      try app.wait("trouble") { $0.state.network.trouble != nil && $0.isIdle }
      #expect(!app.state.isSignedIn)
      #expect(app.state.nextDeadline != nil)
      server.stop()
    }
  }

  @Test func `a damaged store is set aside and the app says so`() async throws {
    try await onThread {
      let server = try Wiring.overSocket.open()
      defer { server.stop() }
      let folder = server.home + "/data/test"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try Data(repeating: 0x5A, count: 5000).write(to: URL(filePath: folder + "/store.sqlite"))
      let app = try server.signedIn()
      #expect(app.state.toasts.contains { $0.isError && $0.text.contains("store.sqlite.corrupt") })
      #expect(app.text("home.balance")?.hasSuffix("points") == true)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.contains("store.sqlite") && names.contains("store.sqlite.corrupt-1"))
    }
  }
}
