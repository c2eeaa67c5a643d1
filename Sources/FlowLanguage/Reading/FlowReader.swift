import YAML

/// Reads flow files: a header and a list of steps, two documents of YAML.
public enum FlowReader {
  /// Reads one file, and those that it names.
  ///
  /// - Parameters:
  ///   - file: its path, which places give; what it names is beside it.
  ///   - loading: reads a file that it names.
  /// - Returns: the flow, unless something of it cannot be understood, and all that is wrong with it.
  public static func read(
    _ bytes: [UInt8], file: String, surroundings: FlowSurroundings = FlowSurroundings(),
    loading: @escaping (String) throws -> [UInt8]
  ) -> (flow: Flow?, problems: [FlowProblem]) {
    let library = FlowLibrary(FlowSource(loading: loading), surroundings)
    let flow = library.read(bytes, file: file)
    return (flow, library.problems)
  }

  static let example = Wording(
    en: "A flow is a header and its steps with --- between them: appId: loyalhub, ---, - launchApp",
    ru: "Сценарий — это заголовок и шаги, а между ними «---»: appId: loyalhub, ---, - launchApp")
}

extension YAMLLimits {
  /// What stands in a flow is a text, and becomes what its key takes.
  static var flows: YAMLLimits {
    var limits = YAMLLimits()
    limits.takesTypes = false
    return limits
  }
}

extension FlowLibrary {
  /// - Returns: `nil` where something of it, or of a file that it names, is not understood.
  func read(_ bytes: [UInt8], file: String, named: Place? = nil) -> Flow? {
    let before = failures
    open.append((file, named))
    let outer = variables
    defer {
      open.removeLast()
      variables = outer
    }
    let reading = FlowReading(bytes, file: file, in: self)
    guard
      let documents = reading.attempt({ () throws(YAMLError) in
        try YAMLNode.documents(in: bytes, file: file, limits: .flows).filter { !$0.isNull }
      }), let (header, steps) = reading.parts(of: documents)
    else { return nil }
    guard failures == before else { return nil }
    var flow = Flow(
      file: file, name: header.name ?? FilePath.title(of: file), appID: header.appID, steps: steps)
    flow.brand = AppID.brand(of: header.appID)
    flow.tags = header.tags
    flow.env = header.env
    flow.properties = header.properties
    flow.onStart = header.onStart
    flow.onComplete = header.onComplete
    flow.matrix = header.matrix
    return flow
  }
}

extension FlowReading {
  fileprivate func parts(of documents: [YAMLNode]) -> (Header, [Step])? {
    switch documents.count {
    case 0:
      report(
        Place(file, line: 1, column: 1), en: "The file is empty", ru: "Файл пуст",
        hint: FlowReader.example)
      return nil
    case 1:
      let (english, russian) =
        if case .sequence = documents[0].content {
          ("The header is missing", "Не хватает заголовка")
        } else {
          ("The steps are missing", "Не хватает шагов")
        }
      report(documents[0].mark, en: english, ru: russian, hint: FlowReader.example)
      return nil
    case 2:
      let header = header(documents[0])
      guard let steps = steps(documents[1]) else { return nil }
      if case .sequence(let items) = documents[1].content, items.isEmpty {
        report(
          documents[1].mark, en: "The flow has no step", ru: "В сценарии нет ни одного шага",
          hint: FlowReader.example)
      }
      return header.map { ($0, steps) }
    default:
      report(
        documents[2].mark, en: "A flow is two documents, here begins one more",
        ru: "Сценарий — это два документа, а здесь начинается ещё один",
        hint: FlowReader.example)
      return nil
    }
  }
}
