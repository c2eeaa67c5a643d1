import App
import Cells
import Contract
import HTTPTypes
import InProcess
import Loyalty
import SQLite
import Testing
import Transport

@testable import Client

/// What the server has answered is in the store, and the screen shows it from there.
struct StoredAnswerTests {
  private static let nobody = HandlerTransport { _ in Response(status: .serviceUnavailable) }

  /// Opens the first reward that can be had, and says yes twice.
  private func redeem(_ app: HeadlessApp) throws {
    let row = app.state.rewards.items.firstIndex { item in
      if case .reward(let reward) = item { reward.blockers.isEmpty } else { false }
    }
    app.send(.action(.showTab(.rewards)))
    app.send(.action(.rewards(.open(row: try #require(row)))))
    app.send(.action(.rewards(.redeem)))
    app.send(.action(.rewards(.confirm)))
    try app.wait("the coupon") { $0.text("coupon.number") != nil && $0.isIdle }
  }

  private func join(_ app: HeadlessApp) throws -> Promotion.ID {
    let row = app.state.promotions.items.firstIndex {
      $0.enrollment == .required && !$0.isEnrolled && $0.completedAt == nil && $0.placesLeft != 0
    }
    app.send(.action(.showTab(.promotions)))
    let id = app.state.promotions.items[try #require(row)].id
    app.send(.action(.promotions(.open(row: try #require(row)))))
    app.send(.action(.promotions(.join)))
    try app.wait("the promotion") { Self.isEnrolled(id, $0) && $0.isIdle }
    return id
  }

  private func showSessions(_ app: HeadlessApp) {
    app.send(.action(.showTab(.home)))
    app.send(.action(.profile(.show)))
    app.send(.action(.sessions(.show)))
  }

  private static func isEnrolled(_ id: Promotion.ID, _ app: HeadlessApp) -> Bool {
    app.state.promotions.items.contains { $0.id == id && $0.isEnrolled }
  }

  @Test func `what was answered is there at the next start, without a server`() async throws {
    try await onThread {
      let server = try Wiring.inProcess.open()
      defer { server.stop() }
      let app = try server.signedIn()
      try redeem(app)
      let number = app.text("coupon.number")
      let promotion = try join(app)
      showSessions(app)
      try app.wait("the sessions") { $0.text("sessions.row.0") != nil && $0.isIdle }
      let session = app.text("sessions.row.0")

      let later = HeadlessApp(try .member(Self.nobody, home: server.home))
      try later.wait("no answer") { $0.state.network.trouble != nil && $0.isIdle }
      later.send(.action(.showTab(.rewards)))
      later.send(.action(.rewards(.open(row: 0))))
      #expect(later.text("coupon.number") == number)
      #expect(Self.isEnrolled(promotion, later))
      showSessions(later)
      #expect(later.text("sessions.row.0") == session)
      #expect(later.text("sessions.problem") != nil)
    }
  }

  @Test func `an answer is late when another session than the one that asked is open`() {
    #expect(Services.isLate(asked: "mine", answered: "another"))
    #expect(!Services.isLate(asked: "mine", answered: "mine"))
    // The end of a session is told by what came of the request, and a login is asked for by none.
    #expect(!Services.isLate(asked: "mine", answered: nil))
    #expect(!Services.isLate(asked: nil, answered: "mine"))
  }

  @Test func `a disk that takes nothing costs no coupon, no offer, no list`() async throws {
    try await onThread {
      let server = try Wiring.inProcess.open()
      defer { server.stop() }
      let app = try server.signedIn()
      let database = try Database(path: server.home + "/data/test/store.sqlite")
      try database.transaction { connection in
        try connection.script(
          """
          CREATE TRIGGER full_1 BEFORE INSERT ON document BEGIN SELECT RAISE(ABORT, 'no'); END;
          CREATE TRIGGER full_2 BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, 'no'); END;
          """)
      }
      try redeem(app)
      _ = try join(app)
      showSessions(app)
      try app.wait("the sessions") { $0.text("sessions.row.0") != nil && $0.isIdle }
      app.send(.action(.showTab(.promotions)))
      app.send(.action(.promoCode(.show)))
      app.send(.input(.paste("COFFEE100")))
      app.send(.action(.promoCode(.submit)))
      try app.wait("the gift") { $0.state.toasts.contains { $0.text.contains("100") } }
      #expect(app.state.rewards.items.contains { if case .coupon = $0 { true } else { false } })
    }
  }
}
