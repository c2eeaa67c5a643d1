/// A walk through the app in Maestro's syntax (https://docs.maestro.dev): a header and steps.
public struct Flow: Hashable, Sendable {
  public var file: String
  public var name: String
  public var appID: String
  public var tags: [String]
  public var steps: [Step]

  public init(file: String, name: String, appID: String, tags: [String] = [], steps: [Step]) {
    self.file = file
    self.name = name
    self.appID = appID
    self.tags = tags
    self.steps = steps
  }
}

extension Flow {
  /// Where the file is, with the slash at its end.
  var folder: String {
    file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
  }
}

/// One command of a flow and where it stands.
public struct Step: Hashable, Sendable {
  public enum Command: Hashable, Sendable {
    case launchApp(LaunchOptions)
    case tapOn(Selector)
    case inputText(String)
    case pressKey(String)
    case back
    case assertVisible(Selector)
    case assertNotVisible(Selector)
    case takeScreenshot(String)
    /// Ours, not Maestro's: the member shows the card at a till and pays so many roubles.
    ///
    /// With a key the sale has a name, and the same key again sells nothing; `options` are those of
    /// the till's command line: the lines of the paper, its number, the store.
    case purchase(amount: String, key: String?, options: [String])
    /// Ours: the till takes back a sale, the last one where none is named by its key: so many roubles
    /// of it, or all that is left.
    case takeBack(amount: String?, sale: String?)
    /// Ours: so many milliseconds later, for the server and all windows.
    case travel(Int64)
    /// Ours: the steps from here on are another window's, which `launchApp` has named.
    case window(String)
    /// Ours: the content files of a folder beside the flow are pushed and published, by the member
    /// of the window.
    case pushContent(String)
    /// Ours: what the steps from here on do is done with so many keys at most, up to the next task
    /// or launch. What is typed as a text is not counted; a tap counts as a key.
    case task(String, keys: Int)
    /// Ours: the business makes the text of a file beside the flow the terms of the program.
    case publishTerms(String)
  }

  public var command: Command
  /// From 1.
  public var line: Int
  /// Maestro's `optional: true`: a failure is a warning.
  public var isOptional: Bool

  public init(_ command: Command, line: Int, isOptional: Bool = false) {
    self.command = command
    self.line = line
    self.isOptional = isOptional
  }
}

/// How `launchApp` starts the app.
public struct LaunchOptions: Hashable, Sendable {
  /// Whether the local store and the session are emptied first.
  public var clearState: Bool
  /// `arguments:` of the step, such as `language: en` or `size: 40x15`.
  public var arguments: [String: String]

  public init(clearState: Bool = false, arguments: [String: String] = [:]) {
    self.clearState = clearState
    self.arguments = arguments
  }
}

extension LaunchOptions {
  /// The name of the window: another one is another client, with a home of its own.
  var window: String { arguments["window"] ?? "" }
}

/// Which element a step means; all that is given must fit.
public struct Selector: Hashable, Sendable {
  /// A regular expression that the whole text matches, without regard to case.
  public var text: String?
  /// A regular expression that the whole id matches.
  public var id: String?
  /// Which of several, from 0.
  public var index: Int?
  public var enabled: Bool?
  public var selected: Bool?
  public var focused: Bool?
  /// Ours, not Maestro's: whether a picture is drawn in it, in place of its words.
  public var drawn: Bool?

  public init(text: String? = nil, id: String? = nil) {
    self.text = text
    self.id = id
  }
}

extension Selector: CustomStringConvertible {
  public var description: String {
    let parts = [
      text.map { "\"\($0)\"" }, id.map { "id \($0)" }, index.map { "index \($0)" },
      enabled.map { "enabled \($0)" }, selected.map { "selected \($0)" },
      focused.map { "focused \($0)" }, drawn.map { "drawn \($0)" },
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}
