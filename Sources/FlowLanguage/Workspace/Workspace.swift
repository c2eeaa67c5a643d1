import YAML

/// `config.yaml` of a folder of flows.
public struct Workspace: Sendable {
  /// Which files of the folder are flows: `*` and `?` stay in one folder, `**` goes through all.
  public var flows: [String] = ["*"]
  public var includeTags: [String] = []
  public var excludeTags: [String] = []
  /// Names of flows that are played first, in this order.
  public var order: [Named] = []
  /// Whether the next one of that order is played after one that failed.
  public var continuesOnFailure = true

  public init() {}

  /// The name of a flow and where it is said.
  public struct Named: Equatable, Sendable {
    public var name: String
    public var place: Place
  }

  static let keys: [KeyForm<Workspace>] = [
    KeyForm("flows", .listOrOne(of: .plain)) { $0.flows = $1 },
    KeyForm("includeTags", .listOrOne(of: .plain)) { $0.includeTags = $1 },
    KeyForm("excludeTags", .listOrOne(of: .plain)) { $0.excludeTags = $1 },
    KeyForm("executionOrder", .executionOrder) { workspace, order in
      workspace.order = order.flows
      workspace.continuesOnFailure = order.continuesOnFailure
    },
    // Flows are played in the order of their names whatever is said.
    KeyForm(
      "local", .object("local", false, { [KeyForm("deterministicOrder", .flag) { $0 = $1 }] })
    ) { _, _ in },
  ]
}

/// `executionOrder` as it is written.
struct ExecutionOrder: Sendable {
  var flows: [Workspace.Named] = []
  var continuesOnFailure = true
}

extension Kind where Value == ExecutionOrder {
  fileprivate static var executionOrder: Kind {
    .object("executionOrder", ExecutionOrder()) {
      [
        KeyForm("flowsOrder", .list(of: .flowName)) { $0.flows = $1 },
        KeyForm("continueOnFailure", .flag) { $0.continuesOnFailure = $1 },
      ]
    }
  }
}

extension Kind where Value == Workspace.Named {
  fileprivate static var flowName: Kind {
    let plain = Kind<String>.plain
    return Kind(plain.shape) { node, reading in
      plain.read(node, reading).map { Workspace.Named(name: $0, place: reading.place(node.mark)) }
    }
  }
}

extension FlowLibrary {
  /// An empty file says nothing.
  func workspace(_ bytes: [UInt8], file: String) -> Workspace {
    let reading = FlowReading(bytes, file: file, in: self)
    var workspace = Workspace()
    let documents = reading.attempt { () throws(YAMLError) in
      try YAMLNode.documents(in: bytes, file: file, limits: .flows).filter { !$0.isNull }
    }
    guard let first = documents?.first else { return workspace }
    if let second = documents?.dropFirst().first {
      reading.report(
        second.mark, en: "A workspace's config is one document, here begins another",
        ru: "Настройки папки — это один документ, а здесь начинается второй")
    }
    guard let mapping = reading.attempt({ () throws(YAMLError) in try first.mapping() }) else {
      return workspace
    }
    var unknown: [YAMLMapping.Entry] = []
    _ = reading.fill(
      &workspace, from: mapping, Workspace.keys, of: "config.yaml", at: reading.place(first.mark)
    ) { _, entry in unknown.append(entry) }
    for entry in unknown {
      var note = FlowProblem(
        reading.place(entry.keyMark), en: "\(entry.key) means nothing here, and is passed over",
        ru: "«\(entry.key)» здесь ничего не значит и пропускается")
      note.hint = Nearest.hint(to: entry.key, among: Workspace.keys.map(\.name))
      notes.append(note)
    }
    return workspace
  }
}
