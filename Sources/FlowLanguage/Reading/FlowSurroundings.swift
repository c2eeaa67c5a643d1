/// What flows may name and only the program knows; of an empty list nothing is checked.
public struct FlowSurroundings: Sendable {
  public var languages: [String]
  /// Whom `session:` of `launchApp` signs in.
  public var sessions: [String]
  public var themes: [String]
  /// Programs of the demo.
  public var brands: [String]
  /// What `${NAME}` stands for in all flows.
  public var variables: [String: String]

  public init(
    languages: [String] = ["en", "ru"], sessions: [String] = [], themes: [String] = [],
    brands: [String] = [], variables: [String: String] = [:]
  ) {
    self.languages = languages
    self.sessions = sessions
    self.themes = themes
    self.brands = brands
    self.variables = variables
  }
}

/// Where files of flows come from; paths are as they are named, or beside what names them.
public struct FlowSource {
  public enum Kind: Equatable, Sendable {
    case file
    case folder
  }

  /// All of a file; more than `YAMLLimits.bytes` need not be read.
  ///
  /// - Throws: a `FlowProblem` where there are words for both languages.
  public var read: (String) throws -> [UInt8]
  /// What stands there; `nil` is nothing.
  public var kind: (String) -> Kind?
  /// All files below a folder, from there.
  public var list: (String) throws -> [String]

  public init(
    read: @escaping (String) throws -> [UInt8], kind: @escaping (String) -> Kind?,
    list: @escaping (String) throws -> [String]
  ) {
    self.read = read
    self.kind = kind
    self.list = list
  }

  /// Files alone, that are only known by being read.
  public init(loading: @escaping (String) throws -> [UInt8]) {
    self.init(
      read: loading, kind: { (try? loading($0)) == nil ? nil : .file }, list: { _ in [] })
  }
}
