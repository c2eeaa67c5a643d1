public import App
public import Cells
public import FlowLanguage
public import Loyalty

/// What became of a flow or of a step.
public enum Outcome: String, Equatable, Codable, Sendable, CaseIterable {
  case passed
  case failed
  /// An optional step has failed; a flow with such steps, and with none that failed.
  case warned
  /// It was not to be played: its condition did not hold, or its tags were not asked for.
  case skipped
  /// The run ended before it.
  case notReached
}

/// One run of a flow.
///
/// It can be coded, so that a process which plays flows hands it to another one.
public struct FlowRecord: Equatable, Codable, Sendable {
  /// What the app ran on.
  public struct Device: Equatable, Codable, Sendable {
    public var language: Language
    public var size: Size
    /// `nil` is the brand's own.
    public var theme: String?
    public var brand: String?

    public init(language: Language, size: Size, theme: String? = nil, brand: String? = nil) {
      self.language = language
      self.size = size
      self.theme = theme
      self.brand = brand
    }
  }

  /// A line of the flow's `properties`.
  public struct Property: Equatable, Codable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  public var name: String
  public var file: String
  public var tags: [String]
  public var properties: [Property]
  public var device: Device
  public var seed: UInt64
  public var outcome = Outcome.passed
  /// Of the flow itself, where no step is to blame: what is wrong with its file, say.
  public var failure: StepFailure?
  public private(set) var steps: [StepRecord] = []
  public var warnings: [String] = []
  /// Names of the files that it has left, without their ends.
  public var screenshots: [String] = []
  /// Milliseconds that it took.
  public var milliseconds: Int64 = 0
  /// What was on the screen, each once; the steps name them by their places here.
  public private(set) var screens: [RecordedScreen] = []

  public init(
    name: String, file: String, tags: [String] = [], properties: [Property] = [], device: Device,
    seed: UInt64
  ) {
    self.name = name
    self.file = file
    self.tags = tags
    self.properties = properties
    self.device = device
    self.seed = seed
  }

  public init(of flow: Flow, on device: Device, seed: UInt64) {
    self.init(
      name: flow.name, file: flow.file, tags: flow.tags,
      properties: flow.properties.map { Property($0.name, $0.value) }, device: device, seed: seed)
  }

  /// Adds a step, with what was on the screen before and after it; a frame like one before it is
  /// kept once.
  ///
  /// - Parameter isDark: whether a terminal's own ground is taken to be dark.
  public mutating func add(
    _ step: StepRecord, before: Frame? = nil, after: Frame? = nil, isDark: Bool = true
  ) {
    var step = step
    step.before = before.map { place(of: RecordedScreen($0, isDark: isDark)) }
    // Most of what only looks changes nothing.
    let isSame = before.map { $0.grid == after?.grid && $0.modes == after?.modes } ?? false
    step.after = isSame ? step.before : after.map { place(of: RecordedScreen($0, isDark: isDark)) }
    steps.append(step)
  }

  private mutating func place(of screen: RecordedScreen) -> Int {
    if let place = screens.lastIndex(of: screen) { return place }
    screens.append(screen)
    return screens.count - 1
  }
}

extension FlowRecord {
  /// The first step that failed, of those inside others the innermost one; `nil` of a flow in which
  /// each was made good by another attempt.
  public var failedStep: StepRecord? {
    guard outcome == .failed else { return nil }
    return steps.first { $0.outcome == .failed && !$0.hasFailedInside }
  }

  public func screen(_ place: Int?) -> RecordedScreen? {
    place.flatMap { screens.indices.contains($0) ? screens[$0] : nil }
  }
}
