import App
import Cells
import Client
import Contract
import HTTPTypes
import Loyalty
import Testing
import Transport

struct StandingTests {
  @Test(arguments: Wiring.allCases)
  func `the tier and the explanation come from the store, and what if from the server`(
    wiring: Wiring
  ) async throws {
    try await onThread {
      let server = try wiring.open()
      defer { server.stop() }
      let app = try server.signedIn()
      try app.wait("the tier") { $0.text("home.tier") != nil && $0.isIdle }
      app.send(.action(.explainBalance))
      #expect(app.text("explain.verdict")?.hasPrefix("✓") == true)
      let balance = app.state.home.contents.balance?.available
      #expect(app.state.explanation.contents.explanation?.balance == balance)
      app.send(.action(.back))
      app.send(.action(.showTier))
      app.send(.action(.suppose(100_000)))
      try app.wait("the answer") { $0.state.tier.answer != nil }
      #expect(app.text("tier.answer") == "+100,000 → Platinum, the highest tier")
    }
  }
}
