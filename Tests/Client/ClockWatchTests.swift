import Loyalty
import Testing

@testable import Client

struct ClockWatchTests {
  private let start = Instant(milliseconds: 1_795_431_900_000)
  private let steady = ContinuousClock.now

  @Test func `time that passes is no jump`() {
    var watch = ClockWatch(start, steady)
    for second in [0, 1, 60, 86_400] as [Int64] {
      let later = steady.advanced(by: .seconds(second) + .milliseconds(30))
      #expect(watch.jump(to: start.adding(seconds: second), later) == nil)
    }
  }

  @Test(arguments: [864_000_000, -3_600_000, 1000, -1000] as [Int64])
  func `a jump is told of once, whatever has passed meanwhile`(milliseconds: Int64) {
    var watch = ClockWatch(start, steady)
    let later = steady.advanced(by: .seconds(5))
    let moved = Instant(milliseconds: start.rawValue + 5000 + milliseconds)
    #expect(watch.jump(to: moved, later) == milliseconds)
    #expect(watch.jump(to: moved, later) == nil)
    let end = later.advanced(by: .seconds(5))
    #expect(watch.jump(to: moved.adding(seconds: 5), end) == nil)
  }
}
