import Cells
import Loyalty
import Testing

@testable import App

struct LiveTests {
  private let now = Fixture.now

  private func contents(_ points: Int64, newest id: String? = nil) -> HomeContents {
    var contents = Fixture.home
    contents.balance?.available = Points(points)
    if let id, var entry = contents.latest.first {
      entry.id = .init(id)
      entry.points = Points(20)
      contents.latest.insert(entry, at: 0)
    }
    return contents
  }

  private func balance(_ state: State) -> String? {
    view(state).elements.first { $0.id == "home.balance" }?.text.filter(\.isNumber)
  }

  @Test func `news is asked for, once, and again when it came too late`() throws {
    var state = try Fixture.signedIn()
    #expect(update(&state, .news, at: now) == [.ask(.pull)])
    #expect(update(&state, .news, at: now).isEmpty)
    #expect(update(&state, .news, at: now).isEmpty)
    let after = update(&state, .pulled, at: now)
    #expect(after.filter { $0 == .ask(.pull) }.count == 1)
    #expect(after.filter { $0 == .follow }.count == 1)
    #expect(!update(&state, .pulled, at: now).contains(.ask(.pull)))
  }

  @Test func `the first answer begins to listen, the end of it asks again`() throws {
    var state = try Fixture.signedIn()
    _ = start(&state)
    #expect(update(&state, .pulled, at: now).contains(.follow))
    #expect(!update(&state, .pulled, at: now).contains(.follow))
    #expect(update(&state, .unfollowed, at: now) == [.ask(.pull)])
    #expect(update(&state, .pulled, at: now).contains(.follow))
  }

  @Test func `nobody listens for who is not signed in`() throws {
    var state = try Fixture.signedOut()
    #expect(!update(&state, .pulled, at: now).contains(.follow))
    #expect(update(&state, .news, at: now).isEmpty)
    #expect(update(&state, .unfollowed, at: now).isEmpty)
    state = try Fixture.signedIn()
    _ = update(&state, .pulled, at: now)
    #expect(update(&state, .login(.signedOut), at: now).contains(.unfollow))
    state = try Fixture.signedIn()
    _ = update(&state, .pulled, at: now)
    #expect(update(&state, .failed(.pull, .signedOut), at: now) == [.unfollow])
    #expect(!state.live.isFollowing)
  }

  @Test func `the balance counts to what it is, and then nothing more is to be done`() throws {
    var state = try Fixture.signedIn()
    _ = update(&state, .home(.loaded(contents(2234))), at: now)
    #expect(balance(state) == "1234")
    var shown: [Int] = []
    var frames = 0
    while let next = state.nextDeadline, frames < 100 {
      _ = state.pass(until: next)
      shown.append(Int(balance(state) ?? "") ?? 0)
      frames += 1
    }
    #expect(shown.last == 2234)
    #expect(shown == shown.sorted())
    #expect(frames == 16)
    #expect(state.now == now.adding(milliseconds: CountUp.length))
    // Down as well, and from where it just was.
    _ = update(&state, .home(.loaded(contents(34))), at: state.now)
    _ = state.pass(until: state.now.adding(milliseconds: 200))
    let middle = try #require(Int(balance(state) ?? ""))
    #expect((35..<2234).contains(middle))
  }

  @Test func `extreme numbers count as well`() throws {
    var countUp = CountUp(from: Points(.min), since: now)
    for step in 0...17 {
      _ = countUp.value(of: Points(.max / 2), at: now.adding(milliseconds: Int64(step) * 50))
    }
    countUp.from = Points(.max)
    #expect(countUp.value(of: .zero, at: now.adding(seconds: 9)) == .zero)
    countUp.from = Points(500)
    #expect(countUp.value(of: Points(5), at: now.adding(seconds: -9)) == Points(500))
  }

  @Test func `nothing moves where it is not seen or not wanted`() throws {
    var still = try Fixture.signedIn()
    still.settings.hasMotion = false
    var behind = try Fixture.signedIn()
    _ = update(&behind, .input(.focus(false)), at: now)
    var elsewhere = try Fixture.signedIn()
    _ = update(&elsewhere, .action(.showTab(.history)), at: now)
    for var state in [still, behind, elsewhere] {
      _ = update(&state, .home(.loaded(contents(2234))), at: now)
      #expect(state.nextDeadline == nil)
      state.tab = .home
      #expect(balance(state) == "2234")
    }
  }

  @Test func `what had expired and goes with its sale is no news of points`() throws {
    var state = try Fixture.signedIn()
    _ = update(&state, .news, at: now)
    var home = contents(1224, newest: "undone")
    home.latest[0].kind = .refund
    _ = update(&state, .home(.loaded(home)), at: now)
    _ = update(&state, .pulled, at: now)
    #expect(state.toasts.isEmpty)
  }

  @Test func `points that come by themselves are named, on home and on the card`() throws {
    for sheets in [[], [Sheet.card], [.promoCode]] as [[Sheet]] {
      var state = try Fixture.signedIn()
      state.sheets = sheets
      _ = update(&state, .news, at: now)
      _ = update(&state, .home(.loaded(contents(1254, newest: "new"))), at: now)
      _ = update(&state, .pulled, at: now)
      let spoken = view(state).elements.first { $0.id == "moment" }?.text
      #expect((spoken?.contains("+20") ?? false) == (sheets != [.promoCode]))
      // Once, and not for what the member asked for.
      _ = update(&state, .input(.key(Key(.escape))), at: now)
      #expect(state.sheets == sheets || sheets == [.promoCode])
      _ = update(&state, .home(.loaded(contents(1274, newest: "newer"))), at: now)
      #expect(!view(state).elements.contains { $0.id == "moment" } && state.toasts.isEmpty)
    }
  }
}
