import Cells
import Content
import Loyalty
import Testing

@testable import App

/// When a screen that nobody touches wants to be drawn again.
struct WakeupTests {
  private static let now = Fixture.now

  /// What may wake it for as long as it is open, and how often in a minute at most.
  private func reason(_ state: State) -> (why: String, aMinute: Int)? {
    if state.editor != nil { return ("colleagues are told who is here", 4) }
    if let screen = state.openScreen, screen.blocks.contains(where: { $0.kind == .countdown }) {
      return ("a countdown of the business's own, in minutes", 1)
    }
    return nil
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `no screen without a countdown wakes anybody once it has settled`(
    width: Int, height: Int
  ) throws {
    var counting = 0
    for who in Walk.Who.allCases {
      var state = try who.state(Size(width: width, height: height))
      for (number, step) in Walk.steps.enumerated() {
        _ = feed(step.events, to: &state)
        let place = "\(who), step \(number), \(step.name.prefix(60))"
        // Words that go by themselves, the second of the whole screen, and what is kept.
        var settled = state
        _ = settled.pass(until: Self.now.adding(seconds: 20))
        let (woken, _) = Self.wake(&settled, seconds: 60)
        counting += min(1, woken)
        #expect(woken <= reason(settled)?.aMinute ?? 0, "\(woken) times in a minute, \(place)")
      }
    }
    #expect(counting > 0)
  }

  /// Lets time pass after the last event.
  ///
  /// - Returns: how often it was woken, and how often for nothing: it looked the same, and asked
  ///   for nothing.
  private static func wake(_ state: inout State, seconds: Int64) -> (woken: Int, idle: Int) {
    let end = state.now.adding(seconds: seconds)
    var (woken, idle) = (0, 0)
    while let next = state.nextDeadline, next <= end, woken < 1000 {
      let before = view(state).grid
      let effects = update(&state, .deadline, at: max(next, state.now))
      woken += 1
      if effects.isEmpty, view(state).grid == before { idle += 1 }
    }
    return (woken, idle)
  }

  /// What counts where somebody sees it.
  enum Counting: CaseIterable {
    case card, cardBelowHelp
    case login, loginBelowWallet, loginOfGuest
    case refusal, refusalBelowWallet
    case server, serverBelowWallet

    func state() throws -> State {
      var state =
        switch self {
        case .card, .cardBelowHelp: try Fixture.signedIn()
        case .login, .loginBelowWallet, .loginOfGuest, .refusal, .refusalBelowWallet:
          try Fixture.signedOut()
        case .server, .serverBelowWallet:
          State(
            size: Size(width: 80, height: 24), settings: try Fixture.settings(),
            isSignedIn: false, now: now)
        }
      _ = feed(events, to: &state)
      return state
    }

    private var events: [Event] {
      switch self {
      case .card:
        [
          .action(.card(.show)),
          .card(
            .codeArrived(
              LiveCode(
                card: .init("crd_1"), value: "LH2:crd_1.abc", expiresAt: now.adding(seconds: 50),
                refreshAt: now.adding(seconds: 30)))),
        ]
      case .cardBelowHelp: Counting.card.events + Key.text("?")
      case .login:
        [
          .login(
            .codeSent(
              Challenge(
                id: .init("otp"), phone: Fixture.phone, target: "…67", codeLength: 6,
                expiresAt: now.adding(seconds: 300), resendAt: now.adding(seconds: 45))))
        ]
      case .loginBelowWallet: Counting.login.events + [.action(.wallet(.show))]
      case .loginOfGuest: Counting.refusal.events + [.action(.guest(.lookAround))]
      case .refusal:
        [.failed(.login(.sendCode(Fixture.phone)), Self.busy(40))]
      case .refusalBelowWallet: Counting.refusal.events + [.action(.wallet(.show))]
      case .server: [.failed(.pull, Self.busy(40))]
      case .serverBelowWallet: Counting.server.events + [.action(.wallet(.show))]
      }
    }

    private static func busy(_ seconds: Int) -> Trouble {
      .refused(code: "busy", title: "Busy.", detail: nil, retryAfter: seconds)
    }

    /// Wakings in 25 seconds, in which nothing comes to its end.
    var most: Int {
      switch self {
      case .card, .login, .refusal, .server: 25
      case .cardBelowHelp, .loginBelowWallet, .loginOfGuest, .refusalBelowWallet,
        .serverBelowWallet:
        0
      }
    }
  }

  @Test(arguments: Counting.allCases)
  func `what counts wakes it once a second while it is seen, and never for nothing`(
    _ counting: Counting
  ) throws {
    var state = try counting.state()
    _ = state.pass(until: Self.now.adding(seconds: 5))
    state.now = Self.now.adding(seconds: 5)
    let (woken, idle) = Self.wake(&state, seconds: 25)
    #expect(woken <= counting.most && (woken > 20) == (counting.most > 0), "\(woken)")
    #expect(idle == 0)
  }

  @Test func `what was waited for is over although another screen was open meanwhile`() throws {
    var state = try Counting.refusalBelowWallet.state()
    _ = state.pass(until: Self.now.adding(seconds: 60))
    #expect(state.login.waitUntil == nil && state.loginError == nil && state.nextDeadline == nil)
  }
}
