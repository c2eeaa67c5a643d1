import Cells
import Loyalty
import Testing

@testable import App

/// The rules of recommending, however long they are.
struct ReferralTests {
  /// As long as a business writes them.
  private static let rules =
    "A friend gives your code within 30 days of joining and before the first purchase. After their "
    + "first purchase of at least 300 roubles you get 200 points, for at most 20 friends. Each phone "
    + "number counts once."

  private func opened(_ size: Size, friends: Int = 2) throws -> State {
    var contents = Fixture.referral
    contents.referral?.rules = [.english: ReferralTests.rules]
    if let friend = contents.referral?.friends.first {
      contents.referral?.friends = Array(repeating: friend, count: friends)
    }
    var state = try Fixture.signedIn(size)
    _ = feed([.referral(.loaded(contents)), .action(.referral(.show))], to: &state)
    return state
  }

  private func text(_ state: State) -> String {
    let page = view(state)
    guard let rules = page.elements.first(where: { $0.id == "referral.rules" }) else { return "" }
    return (rules.bounds.y..<rules.bounds.maxY).map { y in
      (rules.bounds.x..<rules.bounds.maxX).map { String(page.grid[$0, y].text) }.joined()
    }.joined(separator: " ")
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func `all of them are on the screen where there is room`(width: Int, height: Int) throws {
    let shown = text(try opened(Size(width: width, height: height), friends: 30))
    let words = shown.split(separator: " ").joined(separator: " ")
    #expect(words == ReferralTests.rules)
  }

  @Test(arguments: [(40, 15), (40, 11), (24, 9)])
  func `PgDn reads on to their end, and then to the friends`(width: Int, height: Int) throws {
    var state = try opened(Size(width: width, height: height), friends: 30)
    #expect(text(state).hasPrefix("A friend gives"))
    var seen = text(state)
    let page = Event.input(.key(Key(.pageDown)))
    for _ in 0..<40 where state.referral.list.selection == 0 {
      _ = feed([page], to: &state)
      seen += " " + text(state)
    }
    for word in ReferralTests.rules.split(separator: " ") { #expect(seen.contains(word)) }
    #expect(state.referral.list.selection > 0)
    // And back the same way.
    for _ in 0..<80 { _ = feed([.input(.key(Key(.pageUp)))], to: &state) }
    #expect(state.referral.list.selection == 0 && text(state).hasPrefix("A friend gives"))
  }

  @Test func `a mark beside them says that there is more`() throws {
    var state = try opened(Size(width: 40, height: 15))
    func marks() -> String {
      let page = view(state)
      return (0..<15).map { String(page.grid[38, $0].text) }.joined()
    }
    #expect(marks().contains("▾") && !marks().contains("▴"))
    for _ in 0..<9 { _ = feed([.input(.key(Key(.pageDown)))], to: &state) }
    #expect(marks().contains("▴") && !marks().contains("▾"))
  }
}
