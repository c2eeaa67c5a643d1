/// A walk through the app in Maestro's syntax (https://docs.maestro.dev): a header and steps.
public struct Flow: Equatable, Sendable {
  public var file: String
  public var name: String
  public var appID: String
  /// What the app shows where its steps say nothing else; `nil` is the first one.
  public var brand: String?
  public var tags: [String] = []
  /// Its own variables, in the order of the file.
  public var env: [Variable] = []
  /// Of the report alone.
  public var properties: [Property] = []
  /// Before and after its steps; the latter whatever became of them.
  public var onStart: [Step] = []
  public var onComplete: [Step] = []
  /// Ours: the flow is played once for each combination.
  public var matrix = Matrix()
  public var steps: [Step]

  public init(file: String, name: String, appID: String, steps: [Step]) {
    self.file = file
    self.name = name
    self.appID = appID
    self.steps = steps
  }

  /// A name and what it stands for; in one `env` a later one may name an earlier one.
  public struct Variable: Equatable, Sendable {
    public var name: String
    public var value: Template
    /// Where it is written; equal ones may stand anywhere.
    public var place: Place?

    public init(_ name: String, _ value: Template, at place: Place? = nil) {
      self.name = name
      self.value = value
      self.place = place
    }

    public static func == (one: Variable, other: Variable) -> Bool {
      one.name == other.name && one.value == other.value
    }
  }

  public struct Property: Equatable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What a flow is played with, one after another; an empty list is what `launchApp` says.
  public struct Matrix: Equatable, Sendable {
    public var languages: [String] = []
    public var sizes: [String] = []
    public var themes: [String] = []
    public var brands: [String] = []

    public init() {}
  }
}

extension Flow {
  /// Where the file is, with the slash at its end.
  public var folder: String {
    file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
  }
}
