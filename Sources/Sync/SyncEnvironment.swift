import FoundationEssentials
public import Loyalty

/// Time and chance, handed in so that tests decide on both.
public struct SyncEnvironment: Sendable {
  /// The calendar, for what is kept and shown.
  public var now: @Sendable () -> Instant
  /// The machine's clock, for tokens and time limits.
  public var machine: @Sendable () -> Instant
  /// Returns after the time, or sooner when the task is cancelled.
  public var wait: @Sendable (Duration) async -> Void
  /// The same between two streams of events, where nobody is kept waiting.
  public var rest: @Sendable (Duration) async -> Void
  /// Is told where the streams of events stand; `nil` is nobody.
  public var witness: (any StreamWitness)?
  /// From 0 up to 1.
  public var random: @Sendable () -> Double
  /// Never the same twice, not to be guessed.
  public var identifier: @Sendable () -> String
  /// What servers are told about this program and machine: `User-Agent`, visible ASCII.
  public var agent: String
  /// Where tasks run that outlive who asked for them; `nil` is Swift's own choice.
  public var executor: (any TaskExecutor)?

  public init(
    now: @escaping @Sendable () -> Instant,
    machine: (@Sendable () -> Instant)? = nil,
    wait: @escaping @Sendable (Duration) async -> Void,
    random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
    identifier: @escaping @Sendable () -> String = SyncEnvironment.uuid,
    agent: String = "Loyalhub-TUI", executor: (any TaskExecutor)? = nil
  ) {
    self.now = now
    self.machine = machine ?? now
    self.wait = wait
    rest = wait
    self.random = random
    self.identifier = identifier
    self.agent = agent
    self.executor = executor
  }

  public static let uuid: @Sendable () -> String = { UUID().uuidString.lowercased() }
}
