import LocalStore
import YAML

/// Reads flow files: a header and a list of steps, two documents of YAML.
public enum FlowReader {
  /// Reads one file.
  ///
  /// - Throws: `FlowError`: what is wrong with it, with the place; `StorageProblem`: why it cannot
  ///   be read.
  public static func read(_ file: String) throws -> Flow {
    let limits = YAMLLimits()
    return try read(try NamedFile.read(file, most: limits.bytes * 4), file: file, limits)
  }

  static func read(
    _ bytes: [UInt8], file: String, _ limits: YAMLLimits = YAMLLimits()
  ) throws(FlowError) -> Flow {
    do {
      let documents = try YAMLNode.documents(in: bytes, file: file, limits: limits)
      guard documents.count == 2 else {
        throw FlowError(
          file: file, line: 1, column: 1,
          message: "a flow is a header and its steps with --- between them, here are "
            + "\(documents.count) documents",
          russian: "сценарий — это заголовок и шаги, между ними «---», а документов здесь "
            + "\(documents.count)")
      }
      let header = try documents[0].mapping()
      try header.allow(["appId", "name", "tags", "env"])
      let tags = try header["tags"]?.list().map { node throws(YAMLError) in try node.string() }
      return Flow(
        file: file, name: try header["name"]?.string() ?? defaultName(file),
        appID: try header.required("appId").string(), tags: tags ?? [],
        steps: try documents[1].list().map { node throws(YAMLError) in try Step(node) })
    } catch let error as YAMLError {
      throw FlowError(
        file: file, line: error.mark.line, column: error.mark.column, message: error.english,
        russian: error.russian)
    } catch let error as FlowError {
      throw error
    } catch {
      throw FlowError(file: file, line: 0, message: "\(error)")
    }
  }

  private static func defaultName(_ file: String) -> String {
    let name = file.lastIndex(of: "/").map { file[file.index(after: $0)...] } ?? file[...]
    return String(name.hasSuffix(".yaml") ? name.dropLast(5) : name)
  }
}

extension Step {
  /// A bare word (`- back`), or a key with its argument (`- tapOn: History`).
  init(_ node: YAMLNode) throws(YAMLError) {
    if case .scalar = node.content {
      try self.init(node.string(), nil, node.mark)
      return
    }
    let mapping = try node.mapping()
    guard mapping.entries.count == 1, let entry = mapping.entries.first else {
      throw YAMLError(
        en: "A step is one command; begin each with \"-\"",
        ru: "Шаг — это одна команда; начинайте каждый с «-»", at: node.mark)
    }
    try self.init(entry.key, entry.value, entry.keyMark)
  }

  private init(_ name: String, _ value: YAMLNode?, _ mark: YAMLMark) throws(YAMLError) {
    func argument() throws(YAMLError) -> YAMLNode {
      guard let value, !value.isNull else {
        throw YAMLError(
          en: "\(name) needs a value", ru: "Команде «\(name)» нужно значение", at: mark)
      }
      return value
    }
    let command: Command
    switch name {
    case "launchApp": command = .launchApp(try LaunchOptions(value))
    case "tapOn": command = .tapOn(try Selector(argument()))
    case "inputText": command = .inputText(try argument().text("text"))
    case "pressKey": command = .pressKey(try argument().text("key"))
    case "back": command = .back
    case "assertVisible": command = .assertVisible(try Selector(argument()))
    case "assertNotVisible": command = .assertNotVisible(try Selector(argument()))
    case "takeScreenshot": command = .takeScreenshot(try argument().text("path"))
    case "window": command = .window(try argument().text("name"))
    case "pushContent": command = .pushContent(try argument().text("folder"))
    case "publishTerms": command = .publishTerms(try argument().text("file"))
    case "travel": command = .travel(try argument().time())
    case "task":
      command = .task(
        try argument().text("name", and: ["keys"]), keys: try argument().keys(of: name, mark))
    case "purchase":
      command = .purchase(
        amount: try argument().text("amount", and: ["key", "goods", "store", "number"]),
        key: try value?.option("key"), options: try value?.tillOptions() ?? [])
    case "return":
      command = .takeBack(amount: try value?.amount(), sale: try value?.option("sale"))
    default:
      throw YAMLError(
        en: "There is no command \"\(name)\"", ru: "Команды «\(name)» нет", at: mark)
    }
    var isOptional = false
    if case .mapping(let options)? = value?.content, let node = options["optional"] {
      isOptional = try node.bool()
    }
    self.init(command, line: mark.line, isOptional: isOptional)
  }
}

extension YAMLNode {
  /// A plain text, or the member of that name in keys and values.
  ///
  /// - Parameter others: keys that the command has beside it.
  fileprivate func text(
    _ key: String, and others: Set<String> = []
  ) throws(YAMLError) -> String {
    guard case .mapping(let mapping) = content else { return try string() }
    try mapping.allow(others.union([key, "optional", "label"]))
    return try mapping.required(key).string()
  }

  /// How many keys a task may take.
  fileprivate func keys(of command: String, _ mark: YAMLMark) throws(YAMLError) -> Int {
    guard case .mapping(let mapping) = content, let keys = try mapping["keys"]?.int(), keys > 0
    else {
      throw YAMLError(
        en: "\(command) says what is done and how many keys it may take: { name: …, keys: 4 }",
        ru: "Команда «\(command)» называет дело и сколько клавиш на него отведено: "
          + "{ name: …, keys: 4 }", at: mark)
    }
    return keys
  }

  /// A member in keys and values, where there are some.
  fileprivate func option(_ key: String) throws(YAMLError) -> String? {
    guard case .mapping(let mapping) = content else { return nil }
    return try mapping[key]?.string()
  }

  /// What a till prints beside the amount.
  fileprivate func tillOptions() throws(YAMLError) -> [String] {
    guard case .mapping(let mapping) = content else { return [] }
    var options: [String] = []
    if let goods = mapping["goods"] {
      guard case .sequence(let lines) = goods.content else {
        throw YAMLError(
          en: "goods is a list of lines, as \"Croissant; 2; 210\"",
          ru: "goods — это список строк вида «Круассан; 2; 210»", at: goods.mark)
      }
      for line in lines { options.append("--goods=\(try line.string())") }
    }
    for name in ["store", "number"] {
      if let value = try mapping[name]?.string() { options.append("--\(name)=\(value)") }
    }
    return options
  }

  /// What of a sale comes back; `nil` is all that is left.
  fileprivate func amount() throws(YAMLError) -> String? {
    guard !isNull else { return nil }
    guard case .mapping(let mapping) = content else { return try string() }
    try mapping.allow(["amount", "sale", "optional", "label"])
    return try mapping["amount"]?.string()
  }
}

extension YAMLNode {
  /// Milliseconds of a length of time: `10d`, or minutes, hours or weeks.
  fileprivate func time() throws(YAMLError) -> Int64 {
    let text = try text("time")
    let units: [Character: Int64] = ["m": 60, "h": 3600, "d": 86_400, "w": 7 * 86_400]
    let digits = text.dropLast()
    guard let unit = text.last.flatMap({ units[$0] }), (1...6).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int64(digits), count > 0,
      count * unit <= YAMLNode.longestTravel
    else {
      throw YAMLError(
        en: "travel goes ahead by minutes, hours, days or weeks, such as 90m, 6h, 10d or 2w, and "
          + "by ten years at most; here is \"\(text.prefix(40))\"",
        ru: "Команда «travel» переносит вперёд на минуты, часы, дни или недели: «90m», «6h», "
          + "«10d», «2w», и не больше чем на десять лет; здесь «\(text.prefix(40))»", at: mark)
    }
    return count * unit * 1000
  }

  /// Seconds.
  private static let longestTravel: Int64 = 3660 * 86_400
}

extension LaunchOptions {
  fileprivate init(_ node: YAMLNode?) throws(YAMLError) {
    self.init()
    guard let node, !node.isNull else { return }
    // `launchApp: com.example` names the app, and there is only one.
    guard case .mapping(let mapping) = node.content else { return }
    try mapping.allow(["appId", "clearState", "stopApp", "arguments", "optional", "label"])
    clearState = try mapping["clearState"]?.bool() ?? false
    guard let arguments = try mapping["arguments"]?.mapping() else { return }
    try arguments.allow([
      "language", "link", "motion", "pictures", "server", "session", "size", "theme", "window",
    ])
    for entry in arguments.entries { self.arguments[entry.key] = try entry.value.string() }
  }
}

extension Selector {
  fileprivate init(_ node: YAMLNode) throws(YAMLError) {
    guard case .mapping(let mapping) = node.content else {
      self.init(text: try node.string())
      return
    }
    try mapping.allow([
      "text", "id", "index", "enabled", "selected", "focused", "drawn", "optional", "label",
    ])
    self.init(text: try mapping["text"]?.string(), id: try mapping["id"]?.string())
    index = try mapping["index"]?.int()
    enabled = try mapping["enabled"]?.bool()
    selected = try mapping["selected"]?.bool()
    focused = try mapping["focused"]?.bool()
    drawn = try mapping["drawn"]?.bool()
    guard text != nil || id != nil || selected != nil || focused != nil else {
      throw YAMLError(
        en: "Say which element: by its text or its id",
        ru: "Назовите элемент по тексту («text») или по имени («id»)", at: node.mark)
    }
  }
}
