/// What is to be played.
public struct FlowPlan: Sendable {
  /// One after another, before all others.
  public var sequence: [Flow] = []
  /// Whether the next of the sequence is played after one that failed.
  public var continuesOnFailure = true
  /// In the order in which they were named, those of a folder in the order of their paths.
  public var flows: [Flow] = []
  /// All that is wrong, whether a flow was left out by its tags or not.
  public var problems: [FlowProblem] = []
  /// What is passed over, and keeps nothing from being played.
  public var notes: [FlowProblem] = []

  public init() {}
}

/// Which flows are asked for.
public struct FlowRequest: Sendable {
  /// Files, folders, and `-` for the standard input.
  public var paths: [String]
  /// Flows that have one of them; none asks for all.
  public var includeTags: [String] = []
  public var excludeTags: [String] = []
  /// The workspace's file in place of the `config.yaml` of a folder.
  public var config: String?
  public var surroundings = FlowSurroundings()

  public init(_ paths: [String]) {
    self.paths = paths
  }
}

extension FlowReader {
  /// Reads all that is asked for.
  public static func check(_ request: FlowRequest, in source: FlowSource) -> FlowPlan {
    let library = FlowLibrary(source, request.surroundings)
    var plan = FlowPlan()
    let found = library.find(request)
    let flows = found.files.compactMap { library.flow(at: $0, below: found.root) }
    let include = request.includeTags + found.workspace.includeTags
    let exclude = request.excludeTags + found.workspace.excludeTags
    let chosen = flows.filter { flow in
      (include.isEmpty || flow.tags.contains(where: include.contains))
        && !flow.tags.contains(where: exclude.contains)
    }
    if chosen.isEmpty, !flows.isEmpty {
      let tags = (include + exclude.map { "-\($0)" }).joined(separator: ", ")
      library.add(
        FlowProblem(
          Place(request.paths.joined(separator: ", ")), en: "No flow has the tags asked for",
          ru: "Сценариев с такими метками нет", hint: Wording(en: tags, ru: tags)))
    }
    plan.sequence = library.sequence(found.workspace.order, among: chosen, of: flows)
    plan.continuesOnFailure = found.workspace.continuesOnFailure
    let first = Set(plan.sequence.map(\.file))
    plan.flows = chosen.filter { !first.contains($0.file) }
    (plan.problems, plan.notes) = (library.problems, library.notes)
    return plan
  }
}

extension FlowLibrary {
  /// A flow that is named, or lies in a folder that is.
  fileprivate func flow(at file: String, below root: String?) -> Flow? {
    let path = FilePath.resolved(file, beside: "")
    self.root = root
    if let known = flows[path] {
      // Another flow has named it before; it is told as it is named here.
      return known.map { flow in
        var flow = flow
        flow.file = file
        return flow
      }
    }
    let bytes: [UInt8]
    do {
      bytes = try source.read(file)
    } catch let problem as FlowProblem {
      add(problem)
      return nil
    } catch {
      add(
        FlowProblem(
          Place(file), en: "It cannot be read: \(error)", ru: "Прочитать не удаётся: \(error)"))
      return nil
    }
    let flow = read(bytes, file: file)
    flows[path] = .some(flow)
    return flow
  }

  /// The flows of `executionOrder` that are played at all.
  fileprivate func sequence(
    _ order: [Workspace.Named], among chosen: [Flow], of all: [Flow]
  ) -> [Flow] {
    order.compactMap { named in
      if let flow = chosen.first(where: { $0.name == named.name }) { return flow }
      let names = all.map(\.name)
      // Left out by its tags, or not readable, which is told elsewhere.
      if !names.contains(named.name), failures == 0 {
        add(
          FlowProblem(
            named.place, en: "There is no flow \"\(named.name)\"",
            ru: "Сценария «\(named.name)» нет", hint: Nearest.hint(to: named.name, among: names)))
      }
      return nil
    }
  }
}
