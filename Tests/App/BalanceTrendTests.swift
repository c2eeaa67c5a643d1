import Loyalty
import Testing

@testable import App

struct BalanceTrendTests {
  private let now = Fixture.now

  private func entry(_ points: Int64, daysAgo: Int64) -> LedgerEntry {
    LedgerEntry(
      id: .init("led_\(daysAgo)"), kind: points > 0 ? .earn : .spend, points: Points(points),
      title: [:], place: nil, createdAt: now.adding(days: -daysAgo).adding(seconds: 60))
  }

  @Test func `each step is the balance of then`() throws {
    let entries = [entry(-150, daysAgo: 1), entry(100, daysAgo: 30), entry(250, daysAgo: 60)]
    let trend = try #require(
      BalanceTrend(entries, available: Points(200), now: now, isComplete: true))
    #expect(trend.steps.count == BalanceTrend.count)
    #expect(trend.steps.last == Points(200))
    #expect(trend.steps[28] == Points(350))
    #expect(trend.steps[19] == Points(250))
    #expect(trend.steps[0] == .zero)
    #expect(trend.lowest == .zero && trend.highest == Points(350))
    #expect(trend.bars.count == 30)
    #expect(trend.bars.first == "▁" && trend.bars.contains("█"))
  }

  @Test func `lines that do not reach back show nothing rather than something wrong`() {
    let entries = [entry(10, daysAgo: 2)]
    #expect(BalanceTrend(entries, available: Points(10), now: now, isComplete: false) == nil)
    #expect(BalanceTrend([], available: Points(10), now: now, isComplete: true)?.bars.first == "▄")
    #expect(
      BalanceTrend(
        [entry(.max, daysAgo: 1)], available: Points(-10), now: now, isComplete: true) == nil)
  }
}
