/// When steps are played; all that is given must hold.
public struct Condition: Equatable, Sendable {
  public var visible: Selector?
  public var notVisible: Selector?
  public var isTrue: Template?
  /// `Android`, `iOS`, `Web` never hold; ours is `Terminal`.
  public var platform: String?

  public init() {}
}

/// `runFlow`: the steps of another file, or those that stand below it.
public struct Subflow: Equatable, Sendable {
  /// As it is named; `nil` where the steps stand in the flow itself.
  public var file: String?
  /// Of the other file: its steps, and before them those of its `onFlowStart`.
  public var steps: [Step]
  /// Those of its `onFlowComplete`: after the steps, whatever became of them.
  public var onComplete: [Step] = []
  /// The caller's, and after them those of the other file's header.
  public var env: [Flow.Variable] = []
  public var condition: Condition?

  public init(file: String? = nil, steps: [Step]) {
    self.file = file
    self.steps = steps
  }
}

/// `repeat`: so often, as long as something holds, or both.
public struct Repetition: Equatable, Sendable {
  public var times: Template?
  public var condition: Condition?
  public var steps: [Step]

  public init(times: Template? = nil, while condition: Condition? = nil, steps: [Step]) {
    self.times = times
    self.condition = condition
    self.steps = steps
  }
}

/// `retry`: again from the first of the steps when one fails.
public struct Retry: Equatable, Sendable {
  public var mostRetries: Template
  public var steps: [Step]
  public var env: [Flow.Variable] = []

  public init(most mostRetries: Template = "1", steps: [Step]) {
    self.mostRetries = mostRetries
    self.steps = steps
  }
}

/// `evalScript: ${…}`.
public struct Script: Equatable, Sendable {
  public var source: String
  public var place: Place

  public init(_ source: String, at place: Place) {
    self.source = source
    self.place = place
  }
}

/// `runScript`: a file of JavaScript.
public struct ScriptFile: Equatable, Sendable {
  public var file: String
  public var source: String
  public var env: [Flow.Variable] = []
  public var condition: Condition?

  public init(file: String, source: String) {
    self.file = file
    self.source = source
  }
}
