import App
import Testing

@testable import Client

struct ReadAgainTests {
  @Test func `what was read before something newer was shown is read again`() async throws {
    try await onThread {
      let server = try Wiring.inProcess.open()
      defer { server.stop() }
      let app = try server.signedIn()
      app.send(.action(.shops(.show)))
      #expect(app.state.shops.contents.shops?.isEmpty == false)
      let old = Event.shops(.loaded(ShopsContents()))
      app.inbox.deliver([.read(.shops, old, turn: 0)], endsTask: false, epoch: nil)
      try app.wait("the answer") { $0.isIdle }
      #expect(app.state.shops.contents.shops?.isEmpty == false)
    }
  }
}
