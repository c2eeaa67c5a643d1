public import FlowLanguage

/// A script and what it finds.
public struct ScriptInput: Equatable, Sendable {
  public var source: String
  /// Where it begins.
  public var place: Place
  /// Milliseconds since 1970.
  public var now: Int64
  public var variables: [String: String]
  public var copiedText: String?

  public init(
    _ source: String, at place: Place, now: Int64 = 0, variables: [String: String] = [:],
    copiedText: String? = nil
  ) {
    self.source = source
    self.place = place
    self.now = now
    self.variables = variables
    self.copiedText = copiedText
  }
}

/// What came of a script.
public struct ScriptOutput: Equatable, Sendable {
  /// What it is worth, as a text; an object is its JSON.
  public var result: Result<String, ScriptFailure>
  /// What it has said by `console.log`.
  public var console: [String] = []
  /// `maestro.copiedText` as the script has left it.
  public var copiedText: String?

  public init(
    _ result: Result<String, ScriptFailure>, console: [String] = [], copiedText: String? = nil
  ) {
    self.result = result
    self.console = console
    self.copiedText = copiedText
  }
}

/// Runs the scripts of a flow, one after another; `output` goes from one to the next.
public protocol ScriptRunning: AnyObject {
  func run(_ script: ScriptInput) -> ScriptOutput
}
