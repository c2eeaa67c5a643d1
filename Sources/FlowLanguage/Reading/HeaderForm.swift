import YAML

/// What stands above the steps of a flow.
struct Header: Sendable {
  var appID = ""
  var name: String?
  var tags: [String] = []
  var env: [Flow.Variable] = []
  var properties: [Flow.Property] = []
  var onStart: [Step] = []
  var onComplete: [Step] = []
  var matrix = Flow.Matrix()

  static let keys: [KeyForm<Header>] = [
    KeyForm("appId", .appID, isRequired: true) { $0.appID = $1 },
    KeyForm("name", .title) { $0.name = $1 },
    KeyForm("tags", .tags) { $0.tags = $1 },
    KeyForm("env", .variables) { $0.env = $1 },
    KeyForm("properties", .properties) { $0.properties += $1 },
    KeyForm("onFlowStart", .steps) { $0.onStart = $1 },
    KeyForm("onFlowComplete", .steps) { $0.onComplete = $1 },
    KeyForm("matrix", .matrix) { $0.matrix = $1 },
    // The scripts are of that language level, whichever engine of Maestro's is named.
    KeyForm("jsEngine", .word(.these(["graaljs"]))) { _, _ in },
  ]

  static var described: [CommandForm.Key] {
    keys.map { CommandForm.Key(name: $0.name, shape: $0.shape, isRequired: $0.isRequired) }
  }
}

extension FlowReading {
  func header(_ node: YAMLNode) -> Header? {
    guard case .mapping(let mapping) = node.content else {
      report(
        node.mark, en: "The header is missing", ru: "Не хватает заголовка",
        hint: FlowReader.example)
      return nil
    }
    note(header: mapping)
    var header = Header()
    if let url = mapping.entries.first(where: { $0.key == "url" }) {
      report(
        url.keyMark, en: "A page of a browser is another app",
        ru: "Страница браузера — другое приложение",
        hint: Wording(en: "appId: loyalhub", ru: "appId: loyalhub"), isForeign: true)
    }
    let isPage = mapping["url"] != nil
    let keys = isPage ? Header.keys.filter { $0.name != "appId" } : Header.keys
    let isWhole = fill(
      &header, from: mapping, keys, of: "header", at: place(node.mark),
      others: isPage ? ["url", "appId"] : []
    ) { header, entry in
      // Maestro keeps other keys for whoever reads the flow; here the report tells them.
      header.properties.append(Flow.Property(entry.key, entry.value.words))
    }
    brand = AppID.brand(of: header.appID)
    return isWhole ? header : nil
  }
}

extension Kind where Value == [String] {
  /// A list of words; nothing is an empty one.
  static var tags: Kind {
    let list = list(of: Kind<String>.plain)
    return Kind(list.shape) { node, reading in node.isNull ? [] : list.read(node, reading) }
  }
}

extension Kind where Value == [Flow.Property] {
  static var properties: Kind {
    Kind(.names) { node, reading in
      reading.attempt { () throws(YAMLError) in try node.mapping() }?.entries.compactMap { entry in
        Kind<String>.plain.read(entry.value, reading).map { Flow.Property(entry.key, $0) }
      }
    }
  }
}

extension Kind where Value == Flow.Matrix {
  private static var keys: [KeyForm<Flow.Matrix>] {
    [
      KeyForm("language", axis(.word(.languages))) { $0.languages = $1 },
      KeyForm("size", axis(.plainSize)) { $0.sizes = $1 },
      KeyForm("theme", axis(.word(.themes))) { $0.themes = $1 },
      KeyForm("brand", axis(.word(.brands))) { $0.brands = $1 },
    ]
  }

  /// One or several; none would be no flow at all.
  private static func axis(_ kind: Kind<String>) -> Kind<[String]> {
    let list = Kind<[String]>.listOrOne(of: kind)
    return Kind<[String]>(list.shape) { node, reading in
      guard case .sequence(let items) = node.content, items.isEmpty else {
        return list.read(node, reading)
      }
      reading.report(
        node.mark, en: "The list is empty", ru: "Список пуст",
        hint: Wording(
          en: "Name one, or leave the key out", ru: "Назовите хотя бы одно или уберите ключ"))
      return nil
    }
  }

  static var matrix: Kind { .object("matrix", Flow.Matrix(), { keys }) }

  static var described: [CommandForm.Key] {
    keys.map { CommandForm.Key(name: $0.name, shape: $0.shape, isRequired: $0.isRequired) }
  }
}

extension Kind where Value == String {
  fileprivate static var title: Kind {
    let plain = Kind<String>.plain
    return Kind(plain.shape) { node, reading in
      guard let name = plain.read(node, reading) else { return nil }
      guard name.trimmed.isEmpty else { return name }
      reading.report(
        node.mark, en: "The name is empty", ru: "Имя пустое",
        hint: Wording(
          en: "Without the key `name` a flow is called as its file",
          ru: "Без ключа «name» сценарий зовётся как его файл"))
      return nil
    }
  }

  static var plainSize: Kind {
    Kind(Kind<Template>.size.shape) { node, reading in
      guard let text = Kind<String>.plain.read(node, reading),
        reading.size(text, at: reading.place(node.mark))
      else { return nil }
      return text
    }
  }
}
