import App
import Cells
import Client
public import FlowLanguage
public import FlowScripts

/// Plays a flow against the app, headless, over whatever transport the app was launched with.
public final class Player {
  /// How long things may take before a step gives up.
  public struct Patience: Sendable {
    /// That the app may be busy.
    public var busy = Duration.seconds(15)
    /// That an element may take to come or go.
    public var lookup = Duration.seconds(17)
    /// The same for a step that may fail, and for a condition.
    public var optionalLookup = Duration.seconds(7)

    public init() {}
  }

  /// Steps of a flow, those of repeated and other flows counted.
  static let mostSteps = 100_000

  let world: any FlowWorld
  let scope: FlowScope
  weak let observer: (any FlowObserver)?
  let patience: Patience
  var random: RandomTexts

  /// The windows that are open, by their names; the first one has none.
  var windows: [String: HeadlessApp] = [:]
  /// The one that the steps are for.
  var window = ""
  /// What the flow's `appId` names.
  var brand: String?
  /// The windows that show what was chosen in them, and no longer what the flow's `appId` names.
  var chosen: Set<String> = []
  /// Whether any app was launched.
  var hasLaunched = false
  /// What is being done, and how many keys it may still take.
  var task: (name: String, most: Int, left: Int)?
  /// What is being recorded.
  var recording: String?
  /// Where keys stand that change nothing and of which that was said.
  var toldIdle: Set<String> = []
  /// Failures that the app has told of and that no step has looked at.
  var unexpected: [UnexpectedMessage] = []
  /// Those that each window told of after its last step.
  var knownMessages: [String: [String]] = [:]
  var played = PlayedFlow()
  /// The step that is being played.
  var current: Step?
  /// Rounds of the one that is being played.
  var rounds: Int?
  var stepCount = 0
  var path: [Int] = []

  /// - Parameter seed: of `inputRandom…`.
  public init(
    _ world: any FlowWorld, scope: FlowScope? = nil,
    observer: (any FlowObserver)? = nil, seed: UInt64 = 0, patience: Patience = Patience()
  ) {
    self.world = world
    self.scope =
      scope ?? FlowScope(scripts: ScriptMachine(seed: seed), seed: seed, now: { 0 })
    self.observer = observer
    self.patience = patience
    random = RandomTexts(seed: seed)
  }

  var app: HeadlessApp? { windows[window] }

  /// Plays all steps, and what the header asks for before and after them.
  public func play(_ flow: Flow) -> PlayedFlow {
    brand = flow.brand
    do {
      try push(flow.env, at: Place(flow.file))
    } catch {
      played.failures.append(error)
      return played
    }
    defer { pop(flow.env) }
    var count = 0
    let parts = [flow.onStart + flow.steps, flow.onComplete]
    for (index, steps) in parts.enumerated() {
      do {
        try playAll(steps, from: count + 1)
        try refuseMessages()
      } catch {
        played.failures.append(error)
        unexpected = []
        // What comes after them is played whatever became of them.
        if index == 0, error.kind == .bound { break }
      }
      count += steps.count
    }
    return played
  }
}
