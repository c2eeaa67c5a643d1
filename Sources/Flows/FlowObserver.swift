public import App
public import FlowLanguage

/// A step as it was played.
public struct PlayedStep: Sendable {
  public enum Outcome: String, Equatable, Sendable {
    case passed
    case failed
    /// It failed, and may.
    case warned
    /// Its condition did not hold.
    case skipped
    /// A step before it has ended the flow.
    case notReached
  }

  public var step: Step
  /// From 1, one number for each level: `[3, 1]` is the first step of the third.
  public var path: [Int]
  /// What the report calls it: its label, or what it does.
  public var title: String
  public var outcome = Outcome.passed
  public var failure: StepError?
  /// The screen before and after; `nil` where no app ran.
  public var before: Frame?
  public var after: Frame?
  /// What its scripts have said.
  public var console: [String] = []
  /// Rounds of `repeat`, attempts of `retry`.
  public var rounds: Int?

  public var depth: Int { path.count - 1 }
}

/// Is told of each step while a flow is played, steps of steps within their own.
public protocol FlowObserver: AnyObject {
  /// With what is known of it before it is played.
  func began(_ step: PlayedStep)
  func ended(_ step: PlayedStep)
}
