import FlowLanguage
import Flows
import Output

/// `--continuous`: plays flows, and those that are changed again as soon as they are written.
struct FlowLoop {
  let request: FlowRequest
  let source: FlowSource
  /// What else is read.
  let others: [String]
  let options: FlowRun
  let folder: ScratchFolder

  /// Goes on until it is ended from outside, or nobody reads what it says.
  ///
  /// - Parameter tell: says what is wrong with flows.
  func run(_ tell: ([FlowProblem]) -> Void) throws {
    let watch = try FlowWatch()
    var last: [Flow]?
    while !Output.isBroken {
      let read = FilesRead()
      try watch.add(folders(request.paths))
      let plan = FlowReader.check(request, in: read.noting(source))
      try watch.add(folders(read.paths + others))
      let problems = plan.allProblems(in: options, source)
      if problems.isEmpty {
        let flows = plan.sequence + plan.flows
        _ = try session(of: plan, FlowLoop.changed(flows, since: last)).play()
        last = flows
      } else {
        tell(problems)
      }
      Leaving.before { [folder] in folder.remove() }
      Output.print("waiting until a file is written; Control-C ends it")
      let names = Set((read.paths + others).map(FlowLoop.name))
      watch.wait { name in names.contains(name) || FlowLoop.ends.contains { name.hasSuffix($0) } }
    }
  }

  /// How files that flows are made of, or name, end.
  private static let ends = [".yaml", ".yml", ".js", ".md", ".env"]

  /// Those that are not what they were; all, where none is: then it is something that they name.
  static func changed(_ flows: [Flow], since last: [Flow]?) -> Set<String> {
    let known = Set((last ?? []).map(\.file))
    let changed = flows.filter { flow in
      !known.contains(flow.file) || last?.contains(flow) == false
    }
    return Set((changed.isEmpty ? flows : changed).map(\.file))
  }

  private func session(of plan: FlowPlan, _ files: Set<String>) -> FlowSession {
    var session = FlowSession(plan, options, folder)
    session.numbers = session.cases.indices.filter { files.contains(session.cases[$0].flow.file) }
    return session
  }

  /// The folders that were named, with all below, and those of files.
  private func folders(_ paths: [String]) -> Set<String> {
    var folders: Set<String> = []
    for path in paths {
      guard source.kind(path) == .folder else {
        folders.insert(FlowLoop.folder(of: path))
        continue
      }
      folders.insert(path)
      for file in (try? source.list(path)) ?? [] {
        folders.insert(FlowLoop.folder(of: "\(path)/\(file)"))
      }
    }
    return folders
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  private static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}

/// Which files are read, flows and what they name.
private final class FilesRead {
  private(set) var paths: [String] = []

  func noting(_ source: FlowSource) -> FlowSource {
    var own = source
    own.read = { [unowned self] path in
      paths.append(path)
      return try source.read(path)
    }
    return own
  }
}
