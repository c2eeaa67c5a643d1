import App
import Cells
import Client
import Contract
import HTTPTypes
import InProcess
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
      app.send(.action(.explanation(.show)))
      #expect(app.text("explain.verdict")?.hasPrefix("✓") == true)
      let balance = app.state.home.contents.balance?.available
      #expect(app.state.explanation.contents.explanation?.balance == balance)
      app.send(.action(.back))
      app.send(.action(.tier(.show)))
      app.send(.action(.tier(.suppose(100_000))))
      try app.wait("the answer") { $0.state.tier.answer != nil }
      #expect(app.text("tier.answer") == "+100,000 → Platinum, the highest tier")
    }
  }

  @Test func `a server's texts and numbers are made harmless before they are drawn`() async throws {
    try await onThread {
      let server = try Wiring.inProcess.open()
      defer { server.stop() }
      _ = try server.signedIn()
      let text: LocalizedText = [
        .english: "Gold\u{1B}[2J\u{202E}" + String(repeating: "x", count: 999)
      ]
      let tier = Tier(
        id: .init("t"), name: text, threshold: Points(.min),
        benefits: Array(repeating: text, count: 30))
      let day = Day(daysSince1970: 20_000)
      let status = TierStatus(
        tier: tier, earned: Points(.max), from: day, to: day,
        keep: .init(missing: Points(.min), by: day),
        next: .init(id: tier.id, name: text, threshold: Points(.max), missing: Points(.max)),
        tiers: Array(repeating: tier, count: 30))
      let lot = Lot(
        id: .init("l"), title: text, granted: Points(.min), remaining: Points(.max),
        activeFrom: Instant(milliseconds: 0), expiresAt: nil,
        draws: [.init(title: text, points: Points(.min), at: Instant(milliseconds: 0))])
      let explanation = BalanceExplanation(
        lots: [lot], ledgerSum: Points(.min), balance: Points(.max), addsUp: false)
      let transport = HandlerTransport { request in
        guard request.target.hasPrefix("/v1/changes") else { return Response(status: .notFound) }
        let changes = Changes(
          next: "next",
          data: [.tier: Wire.encode(status), .explanation: Wire.encode(explanation)])
        return Response(
          status: .ok, fields: [.contentType: "application/json"], body: changes.encoded)
      }
      let app = HeadlessApp(try .member(transport, home: server.home))
      try app.wait("the foreign tier") {
        $0.state.home.contents.tier?.tier?.id == tier.id && $0.isIdle
      }
      app.send(.action(.tier(.show)))
      #expect(app.text("sheet.title")?.hasPrefix("Tier: Gold[2Jxxx") == true)
      #expect(app.state.home.contents.tier?.tiers.count == 20)
      app.send(.action(.back))
      app.send(.action(.explanation(.show)))
      #expect(app.text("explain.row.0")?.contains("Gold[2Jxxx") == true)
      #expect(app.text("explain.verdict")?.hasPrefix("!") == true)
    }
  }
}
