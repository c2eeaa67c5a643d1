import YAML

extension FlowReading {
  /// Files inside one another.
  private static let mostLevels = 30

  /// Another flow that this one names; each file is read once.
  ///
  /// - Parameter env: what it is given.
  func flow(_ named: NamedPath, _ env: [Flow.Variable]) -> Flow? {
    let path = FilePath.resolved(named.path, beside: file)
    if let index = library.open.firstIndex(where: { Self.isSame($0.file, path) }) {
      let way = library.open[(index + 1)...].compactMap(\.named).map(\.description)
      let places = (way + [named.place.description]).joined(separator: " → ")
      report(
        named.place, en: "\(path) is being read already, so that it would go on without end",
        ru: "\(path) уже читается, так что это никогда не кончится",
        hint: Wording(en: "The circle: \(places)", ru: "Круг: \(places)"))
      return nil
    }
    if let known = library.flows[path] {
      if known == nil { library.failures += 1 }
      return known
    }
    guard library.open.count < Self.mostLevels else {
      report(
        named.place, en: "More than \(Self.mostLevels) files lie inside one another",
        ru: "Файлов друг в друге больше, чем \(Self.mostLevels)")
      return nil
    }
    guard let bytes = load(path, named) else { return nil }
    let outer = library.variables
    defer { library.variables = outer }
    for variable in env { library.variables[variable.name] = value(of: variable.value) }
    let flow = library.read(bytes, file: path, named: named.place)
    library.flows[path] = .some(flow)
    return flow
  }

  /// A file of JavaScript.
  func script(_ named: NamedPath) -> String? {
    let path = FilePath.resolved(named.path, beside: file)
    guard let bytes = load(path, named) else { return nil }
    let most = YAMLLimits().bytes
    guard bytes.count <= most else {
      report(
        named.place, en: "\(path) is too large: at most \(most) bytes are read",
        ru: "\(path) слишком велик: читается не больше \(most) байтов")
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      report(
        named.place, en: "\(path) is no UTF-8", ru: "\(path) не в UTF-8",
        hint: Wording(en: "Save it in UTF-8", ru: "Сохраните его в UTF-8"))
      return nil
    }
    return text
  }

  /// What is sent along has to be there, and in the folder that is played.
  func checkPresence(of named: NamedPath) {
    let path = FilePath.resolved(named.path, beside: file)
    if let root = library.root, !FilePath.isInside(root, path) {
      report(named.place, en: "\(path) is outside of \(root)", ru: "\(path) лежит вне \(root)")
    } else {
      checkPresence(of: named, as: .file)
    }
  }

  /// What is read when its step comes.
  func checkPresence(of named: NamedPath, as kind: FlowSource.Kind) {
    let path = FilePath.resolved(named.path, beside: file)
    guard library.source.kind(path) != kind else { return }
    switch kind {
    case .file: report(named.place, en: "There is no file \(path)", ru: "Файла \(path) нет")
    case .folder: report(named.place, en: "There is no folder \(path)", ru: "Папки \(path) нет")
    }
  }

  private func load(_ path: String, _ named: NamedPath) -> [UInt8]? {
    do {
      return try library.source.read(path)
    } catch let problem as FlowProblem {
      report(
        named.place, en: "\(path): \(problem.wording.english)",
        ru: "\(path): \(problem.wording.russian)", hint: problem.hint)
    } catch {
      report(
        named.place, en: "\(path) cannot be read: \(error)",
        ru: "\(path) прочитать не удаётся: \(error)")
    }
    return nil
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    FilePath.resolved(one, beside: "") == FilePath.resolved(other, beside: "")
  }
}
