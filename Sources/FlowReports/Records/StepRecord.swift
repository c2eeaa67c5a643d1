public import FlowLanguage

/// Why a step failed.
public struct StepFailure: Equatable, Codable, Sendable {
  public var message: String
  /// What was to be there, and what was.
  public var expected: String?
  public var actual: String?
  /// The ids and texts that come closest to what was looked for.
  public var nearest: [String]

  public init(
    _ message: String, expected: String? = nil, actual: String? = nil, nearest: [String] = []
  ) {
    self.message = message
    self.expected = expected
    self.actual = actual
    self.nearest = nearest
  }
}

/// A request that the app sent while a step was played.
public struct RequestTrace: Equatable, Codable, Sendable {
  public var method: String
  public var path: String
  /// Of HTTP; `nil` when no answer came.
  public var status: Int?
  /// By which the server's own log names it.
  public var traceID: String?
  public var milliseconds: Int

  public init(
    _ method: String, _ path: String, status: Int?, traceID: String? = nil, milliseconds: Int = 0
  ) {
    self.method = method
    self.path = path
    self.status = status
    self.traceID = traceID
    self.milliseconds = milliseconds
  }
}

/// One step of a run.
public struct StepRecord: Equatable, Codable, Sendable {
  /// `3`, and `3.1` for the first step inside it.
  public var path: String
  /// What it does, as it is written.
  public var words: String
  /// What the flow calls it; a caption.
  public var label: String?
  public var file: String
  /// From 1; 0 when no line is to blame.
  public var line: Int
  public var outcome: Outcome
  public var failure: StepFailure?
  /// Milliseconds of the flow's clock, since the flow began.
  public var at: Int64
  public var requests: [RequestTrace] = []
  /// What scripts wrote.
  public var console: [String] = []
  /// Whether it failed because a step inside it did, which tells of itself.
  public var hasFailedInside = false
  /// Places in the record's `screens`.
  public internal(set) var before: Int?
  public internal(set) var after: Int?

  public init(
    _ path: String, _ words: String, at place: Place, label: String? = nil,
    outcome: Outcome = .passed, failure: StepFailure? = nil, time: Int64 = 0
  ) {
    self.path = path
    self.words = words
    self.label = label
    file = place.file
    line = place.line
    self.outcome = outcome
    self.failure = failure
    at = time
  }
}

extension StepRecord {
  /// How many steps it stands inside of.
  public var depth: Int { path.utf8.count { $0 == UInt8(ascii: ".") } }

  /// The label where there is one.
  public var title: String { label.flatMap { $0.isEmpty ? nil : $0 } ?? words }

  /// Where it stands in its file.
  public var place: Place { Place(file, line: line) }
}
