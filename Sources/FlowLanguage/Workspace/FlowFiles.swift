/// The files that are asked for.
struct FoundFlows {
  var files: [String] = []
  var workspace = Workspace()
  /// The only folder that was named.
  var root: String?
}

extension FlowLibrary {
  /// Files as they were named, and those of folders that their workspace takes for flows.
  func find(_ request: FlowRequest) -> FoundFlows {
    var found = FoundFlows()
    let folders = request.paths.filter { $0 != "-" && source.kind($0) == .folder }
    if let config = configuration(of: folders, request.config) {
      found.workspace = workspace(config.bytes, file: config.file)
    }
    if folders.count == 1, request.paths.count == 1 { found.root = folders[0] }
    let globs = found.workspace.flows.map(Glob.init)
    var seen: Set<String> = []
    for path in request.paths {
      let files = folders.contains(path) ? flows(in: path, globs, found.workspace) : [path]
      found.files += files.filter { seen.insert(FilePath.resolved($0, beside: "")).inserted }
    }
    return found
  }

  /// The file that was named, or that of the first folder that has one.
  private func configuration(
    of folders: [String], _ named: String?
  ) -> (file: String, bytes: [UInt8])? {
    let own = folders.flatMap { folder in
      ["config.yaml", "config.yml"].map { FilePath.joined(folder, $0) }
    }
    guard let file = named ?? own.first(where: { source.kind($0) == .file }) else { return nil }
    do {
      return (file, try source.read(file))
    } catch let problem as FlowProblem {
      add(problem)
    } catch {
      add(
        FlowProblem(
          Place(file), en: "It cannot be read: \(error)", ru: "Прочитать не удаётся: \(error)"))
    }
    return nil
  }

  private func flows(in folder: String, _ globs: [Glob], _ workspace: Workspace) -> [String] {
    let all: [String]
    do {
      all = try source.list(folder).filter(FilePath.isFlow).sorted()
    } catch let problem as FlowProblem {
      add(problem)
      return []
    } catch {
      add(
        FlowProblem(
          Place(folder), en: "It cannot be read: \(error)", ru: "Прочитать не удаётся: \(error)"))
      return []
    }
    let files = all.filter { path in globs.contains { $0.matches(path) } }
    if files.isEmpty {
      let patterns = workspace.flows.joined(separator: ", ")
      add(
        FlowProblem(
          Place(folder), en: "There is no flow (\(patterns))",
          ru: "Сценариев (\(patterns)) здесь нет",
          hint: all.isEmpty || workspace.flows != ["*"]
            ? Nearest.hint(to: patterns, among: all)
            : Wording(
              en: "There are some further below: write `flows: \"**\"` into config.yaml",
              ru: "Они лежат глубже: напишите «flows: \"**\"» в config.yaml")))
    }
    return files.map { FilePath.joined(folder, $0) }
  }
}

extension FilePath {
  static func joined(_ folder: String, _ path: String) -> String {
    folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// Whether a file may be a flow by its name.
  static func isFlow(_ path: String) -> Bool {
    let title = title(of: path)
    return title != name(of: path) && title != "config"
  }
}
