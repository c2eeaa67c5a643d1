public import App

/// The app without a terminal: flows and lines tap its elements and wait until it is idle.
public final class HeadlessApp {
  private let runner: Runner
  let bell: Bell
  /// Where other threads hand over events.
  public let inbox: Inbox
  /// Of a flow, which waits for nothing; `nil` is the time that everybody has.
  private let time: VirtualTime?
  let clock = ContinuousClock()
  public private(set) var hasQuit = false
  /// The other windows of a flow: what one of them has under way may be news for this one.
  public var companions: () -> [HeadlessApp] = { [] }
  private var copied: String?

  public init(_ launch: Launch) {
    let bell = Bell()
    self.bell = bell
    time = launch.accounts?.time
    // In a flow whoever waits for one window waits for the others too.
    inbox = Inbox { [time] in if let time { time.ring() } else { bell.ring() } }
    runner = Runner(launch, inbox: inbox)
    time?.onChange { bell.ring() }
    for notice in launch.notices { obey(runner.handle(.notice(notice))) }
    obey(runner.start())
  }

  public var state: State { runner.state }
  public var frame: Frame { runner.frame }

  public func send(_ event: Event) {
    obey(runner.handle(event))
  }

  /// Lets `wait` look again; from any thread.
  public var wake: @Sendable () -> Void {
    { [bell] in bell.ring() }
  }

  /// Waits until no counted task is under way, every answer is handled, and in a flow until all news
  /// that the servers have are there.
  ///
  /// - Returns: `false` when that took longer than `seconds`.
  public func settle(seconds: Int64) -> Bool {
    guard let time else { return wait(seconds: seconds) { $0.isIdle } }
    let end = clock.now.advanced(by: .seconds(seconds))
    return hasSettled(time, until: end) { _ in false }
  }

  /// Whether no counted task is under way.
  public var isIdle: Bool { inbox.isIdle }

  /// Waits until the app looks as it should; its own deadlines pass meanwhile.
  ///
  /// - Returns: `false` when it does not after `seconds`.
  public func wait(seconds: Int64, until isDone: (HeadlessApp) throws -> Bool) rethrows -> Bool {
    try wait(for: .seconds(seconds), until: isDone)
  }

  /// As `wait(seconds:until:)`.
  public func wait(for limit: Duration, until isDone: (HeadlessApp) throws -> Bool) rethrows -> Bool
  {
    if let time { return try wait(for: limit, time, until: isDone) }
    let end = clock.now.advanced(by: limit)
    while true {
      obey(runner.handleDelivered())
      if try isDone(self) { return true }
      let left = clock.now.duration(to: end)
      guard left > .zero else { return false }
      bell.wait(for: min(left, runner.timeUntilDeadline ?? left))
      passDeadline()
    }
  }

  /// - Returns: whether anything has come.
  func handleDelivered() -> Bool {
    let hasNews = inbox.hasDeliveries
    obey(runner.handleDelivered())
    return hasNews
  }

  var untilDeadline: Duration? { runner.timeUntilDeadline }

  func passDeadline() {
    if let rest = runner.timeUntilDeadline, rest <= .zero { obey(runner.handle(.deadline)) }
  }

  /// What was to be put on the clipboard since the last time.
  public func takeCopied() -> String? {
    defer { copied = nil }
    return copied
  }

  private func obey(_ requests: [ScreenEffect]) {
    for case .copy(let text) in requests { copied = text }
    let isAsked = requests.contains { if case .writeOutside = $0 { true } else { false } }
    if isAsked { send(.editor(.outsideFailed(.noTerminal))) }
    if requests.contains(.quit) { hasQuit = true }
  }
}
