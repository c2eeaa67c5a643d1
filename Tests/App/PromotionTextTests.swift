import Loyalty
import Testing

@testable import App

struct PromotionTextTests {
  /// From a few hours behind the program's zone, over its own, to its other side.
  @Test(arguments: [-11, 0, 3, 5, 14])
  func `an offer has as many days left at each hour of the program's day`(hours: Int) throws {
    var state = try Fixture.signedIn()
    state.settings.zone = Zone(initialOffset: hours * 3600)
    var promotion = try #require(Fixture.promotions.promotions?.first)
    let midnight = try #require(Instant(rfc3339: "2026-12-31T00:00:00+03:00"))
    promotion.from = midnight.adding(days: -9)
    for (days, words) in [(5, "5 days left"), (1, "1 day left"), (0, "last day")]
      as [(Int64, String)]
    {
      promotion.to = Instant(milliseconds: midnight.adding(days: days + 1).rawValue - 1)
      for second in [0, 1, 3600, 10_800, 43_200, 75_600, 86_340, 86_399] as [Int64] {
        state.now = midnight.adding(seconds: second)
        let said = state.window(of: promotion).replacing("\u{A0}", with: " ")
        #expect(said == words, "\(second) s after midnight")
      }
    }
  }
}
