import App
import Cells
import Client
import Loyalty
import Testing

/// One suite for the client against the server, in process and over a socket.
struct MemberTests {
  @Test(arguments: Wiring.allCases)
  func `a code from the message opens home`(wiring: Wiring) async throws {
    try await onThread {
      let server = try wiring.open()
      defer { server.stop() }
      let app = try server.signedIn()
      #expect(app.text("app.brand") == "Zerna")
      #expect(app.text("home.balance")?.hasSuffix("points") == true)
      #expect(app.text("home.asof")?.hasPrefix("as of") == true)
      #expect(app.text("home.expiry")?.hasPrefix("Expire") == true)
      #expect(app.frame.elements.contains { $0.id == "home.entry.0" })
    }
  }

  @Test(arguments: Wiring.allCases)
  func `a wrong code brings the server's words and the next one works`(wiring: Wiring) async throws
  {
    try await onThread {
      let server = try wiring.open()
      defer { server.stop() }
      let app = try server.launch()
      app.send(.input(.paste("+79161234567")))
      app.send(.action(.login(.sendCode)))
      try app.wait("a message") { $0.state.message != nil && $0.isIdle }
      let code = app.state.message?.code == "000000" ? "111111" : "000000"
      app.send(.input(.paste(code)))
      app.send(.action(.login(.submitCode)))
      try app.wait("the refusal") { $0.text("login.error") != nil && $0.isIdle }
      #expect(app.text("login.error")?.isEmpty == false)
      #expect(!app.state.isSignedIn)
      app.send(.action(.login(.insertCode)))
      try app.wait("home") { $0.state.isSignedIn }
    }
  }

  @Test func `keys and clicks that come at once mean what the ones before have left`() async throws
  {
    try await onThread {
      let server = try Wiring.inProcess.open()
      defer { server.stop() }
      let app = try server.signedIn()
      app.send(.action(.showTab(.history)))
      try app.wait("the history") { $0.state.history.entries.count > 20 && $0.isIdle }
      let second = try #require(app.frame.elements.first { $0.id == "history.row.1" }).bounds
      // Nobody draws between these.
      for _ in 0..<3 { app.send(.input(.key(Key(.pageDown)))) }
      let history = app.state.history
      #expect(history.list.top > 1)
      app.send(.input(.mouse(Mouse(.press, at: Point(x: second.x + 4, y: second.y)))))
      #expect(app.state.sheets == [.entry(history.entries[history.list.top + 1])])
      app.send(.input(.key(Key(.escape))))
      app.send(.input(.key(Key(.tab))))
      app.send(.input(.key(Key(.down))))
      app.send(.input(.key(Key(.enter))))
      let row = app.state.history.selection
      #expect(row == history.list.top + 2 && app.state.sheets == [.entry(history.entries[row])])
    }
  }

  @Test(arguments: Wiring.allCases)
  func `the history goes on to its first line, and adds up to the balance`(
    wiring: Wiring
  ) async throws {
    try await onThread {
      let server = try wiring.open()
      defer { server.stop() }
      let app = try server.signedIn()
      app.send(.action(.showTab(.history)))
      try app.wait("the whole history") { app in
        let history = app.state.history
        guard history.hasMoreLocally || history.hasMoreOnServer else { return app.isIdle }
        if app.isIdle { app.send(.action(.move(.last))) }
        return false
      }
      let entries = app.state.history.entries
      #expect(entries.count > 150)
      #expect(Set(entries.map(\.id)).count == entries.count)
      let sum = entries.reduce(0) { $0 + $1.points.rawValue }
      #expect(sum == app.state.home.contents.balance?.available.rawValue)
    }
  }

  @Test(arguments: Wiring.allCases)
  func `the next start shows what is stored before any answer`(wiring: Wiring) async throws {
    try await onThread {
      let server = try wiring.open()
      defer { server.stop() }
      let balance = try server.signedIn().text("home.balance")
      let again = try server.launch()
      #expect(again.text("home.balance") == balance)
      try again.wait("an answer") { $0.isIdle }
      #expect(again.text("home.balance") == balance)
    }
  }

  @Test(arguments: Wiring.allCases)
  func `logging out leaves the brand and nothing of the member`(wiring: Wiring) async throws {
    try await onThread {
      let server = try wiring.open()
      defer { server.stop() }
      let app = try server.signedIn()
      app.send(.action(.login(.logOut)))
      try app.wait("the login") { !$0.state.isSignedIn && $0.isIdle }
      #expect(app.state.home.contents.member == nil && app.state.history.entries.isEmpty)
      #expect(app.text("app.brand") == "Zerna")
      let again = try server.launch()
      #expect(again.state.home.contents.balance == nil && !again.state.isSignedIn)
    }
  }
}
