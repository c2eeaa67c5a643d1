public import FlowLanguage

import func Loyalty.cleaned

/// What the `${…}` of a flow stand for: variables that go with the steps they were given to, and
/// what scripts leave to one another in `output` and `maestro`.
///
/// A flow with variables alone starts no process.
public final class FlowScope {
  /// What was copied last, `maestro.copiedText`.
  public var copiedText: String?
  /// Of `inputRandom…`.
  public var random: RandomTexts
  private let scripts: any ScriptRunning
  private let secrets: Secrets
  private let now: () -> Int64
  private(set) var levels: [[String: String]] = []
  /// Bytes of each of them and of those before it.
  private var sizes: [Int] = []
  private var console: [String] = []

  /// - Parameters:
  ///   - secrets: values that no text for people may have; those of fewer than three characters
  ///     stay.
  ///   - now: the clock of the flow, in milliseconds since 1970.
  public init(
    scripts: any ScriptRunning, seed: UInt64, secrets: Set<String> = [],
    now: @escaping () -> Int64
  ) {
    self.scripts = scripts
    self.secrets = Secrets(secrets)
    self.now = now
    random = RandomTexts(seed: seed)
  }

  /// Bytes of a text, and of all variables together.
  static let mostText = 1_000_000
  static let mostVariables = 8_000_000

  /// Begins a level of variables: each may name those before it and those of the levels around it.
  ///
  /// - Throws: without a level when one of them cannot be told, or all are too much.
  public func push(_ env: [Flow.Variable]) throws(ScriptFailure) {
    var bytes = sizes.last ?? 0
    levels.append([:])
    do throws(ScriptFailure) {
      for variable in env {
        let value = try render(variable.value)
        bytes += value.utf8.count
        guard bytes <= FlowScope.mostVariables else { throw .tooManyVariables }
        levels[levels.count - 1][variable.name] = value
      }
    } catch {
      levels.removeLast()
      throw error
    }
    sizes.append(bytes)
  }

  public func pop() {
    levels.removeLast()
    sizes.removeLast()
  }

  /// The text with all that it asks for.
  public func render(_ template: Template) throws(ScriptFailure) -> String {
    var text = ""
    for piece in template.pieces {
      switch piece {
      case .text(let part): text += part
      case .variable(let name): text += try value(of: name)
      case .script(let source, let place): text += try run(source, at: place)
      }
      guard text.utf8.count <= FlowScope.mostText else { throw .tooLongText(of: piece) }
    }
    return text
  }

  /// What a script is worth, as a text.
  public func evaluate(_ script: Script) throws(ScriptFailure) -> String {
    try run(script.source, at: script.place)
  }

  /// Runs a file with its own variables.
  public func run(_ file: ScriptFile) throws(ScriptFailure) {
    try push(file.env)
    defer { pop() }
    _ = try run(file.source, at: Place(file.file, line: 1, column: 1))
  }

  /// Whether a text is true as Maestro has it: it is neither empty, `false` in any letters,
  /// `undefined`, `null`, `NaN` nor a zero.
  public func holds(_ template: Template) throws(ScriptFailure) -> Bool {
    let word = try render(template).trimmed
    if word.isEmpty || word.lowercased() == "false" { return false }
    return !["undefined", "null", "NaN"].contains(word) && Double(word) != 0
  }

  /// The text without the secrets.
  public func masked(_ text: String) -> String {
    secrets.masked(text)
  }

  public var hasSecrets: Bool { !secrets.isEmpty }

  /// Which characters of a text, or of the rows of a screen, belong to secrets.
  public func covered(in text: [Character]) -> [Bool] {
    secrets.covered(in: text)
  }

  /// The lines that scripts have said since the last call: clean, and without the secrets.
  public func takeConsole() -> [String] {
    defer { console = [] }
    return console
  }

  func run(_ source: String, at place: Place) throws(ScriptFailure) -> String {
    guard !source.trimmed.isEmpty else { return "" }
    var variables: [String: String] = [:]
    for level in levels { variables.merge(level) { _, inner in inner } }
    let output = scripts.run(
      ScriptInput(
        source, at: place, now: now(),
        variables: variables.filter { !ScriptWorld.names.contains($0.key) },
        copiedText: copiedText))
    console += output.console.map { cleaned(masked($0)) }
    copiedText = output.copiedText
    switch output.result {
    case .success(let value): return value
    case .failure(var failure):
      failure.wording = Wording(
        en: cleaned(masked(failure.wording.english)), ru: cleaned(masked(failure.wording.russian)))
      throw failure
    }
  }
}

extension String {
  /// Without spaces and line ends around it.
  fileprivate var trimmed: Substring {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
