import YAML

/// A launch as it is written.
private struct LaunchDraft: Sendable {
  var app: String?
  var options = LaunchOptions()
}

extension CommandTable {
  /// The app is started, ended and emptied.
  static let app: [CommandForm] = [
    launchAppForm,
    ofOwnBrand("stopApp", .stopApp),
    ofOwnBrand("killApp", .killApp),
    ofOwnBrand("clearState", .clearState),
    CommandForm("clearKeychain", .clearKeychain),
    openLinkForm,
  ]

  private static var launchAppForm: CommandForm {
    CommandForm(
      "launchApp", LaunchDraft(), isBare: true, short: "appId",
      [
        KeyForm("appId", .appID) { $0.app = $1 },
        KeyForm("clearState", .flag) { $0.options.clearState = $1 },
        KeyForm("clearKeychain", .flag) { $0.options.clearKeychain = $1 },
        KeyForm("stopApp", .flag) { $0.options.stopApp = $1 },
        KeyForm("arguments", .launchArguments) { $0.options.arguments = $1 },
        KeyForm("permissions", .permissions) { $0.options.permissions = $1 },
        KeyForm("url", meaningless: .text, of: "launchApp", noPages),
      ]
    ) { draft, _, reading in
      var options = draft.options
      if let brand = draft.app.flatMap(AppID.brand(of:)), brand != reading.brand,
        options.arguments["brand"] == nil, options.arguments["link"] == nil
      {
        options.arguments["brand"] = Template(brand)
      }
      return .launchApp(options)
    }
  }

  /// A command for what is open in the window, whichever brand that is.
  private static func ofOwnBrand(_ name: String, _ command: Command) -> CommandForm {
    CommandForm(
      name, String?.none, isBare: true, short: "appId",
      [KeyForm("appId", Kind<String>.appID) { $0 = .some($1) }]
    ) { app, place, reading in
      guard let brand = app.flatMap(AppID.brand(of:)), let own = reading.brand, brand != own else {
        return command
      }
      reading.reportWhole(
        place, en: "The flow is for loyalhub.\(own), and \(name) for loyalhub.\(brand)",
        ru: "Сценарий — для loyalhub.\(own), а «\(name)» — для loyalhub.\(brand)",
        hint: Wording(
          en: "Write `- \(name)`: it is for what is open in the window; "
            + "`launchApp: loyalhub.\(brand)` opens the other brand",
          ru: "Пишите «- \(name)»: команда относится к тому, что открыто в окне; другой бренд "
            + "открывает «launchApp: loyalhub.\(brand)»"))
      return nil
    }
  }

  private static var openLinkForm: CommandForm {
    CommandForm(
      "openLink", Template(""), short: "link",
      [
        KeyForm("link", .text, isRequired: true) { $0 = $1 },
        KeyForm("browser", meaningless: .flag, of: "openLink", noPages),
        KeyForm("autoVerify", meaningless: .flag, of: "openLink", noPages),
      ]
    ) { link, _, _ in .openLink(link) }
  }

  static let noPages = Wording(
    en: "There is no browser in a terminal; a link of the app is opened by `openLink: LINK` alone",
    ru: "В терминале нет браузера; ссылку приложения открывает само «openLink: ССЫЛКА»")
}

extension Kind where Value == [String: Template] {
  private static var keys: [KeyForm<Value>] {
    func key(_ name: String, _ kind: Kind<Template>) -> KeyForm<Value> {
      KeyForm(name, kind) { $0[name] = $1 }
    }
    return [
      key("brand", .wordOrScript(.brands)),
      key("language", .wordOrScript(.languages)),
      key("link", .wordOrScript(.brands)),
      key("motion", .wordOrScript(.these(["full", "none"]))),
      key("pictures", .wordOrScript(.these(["none", "shown"]))),
      key("server", .wordOrScript(.these(["reachable", "unreachable"]))),
      key("session", .wordOrScript(.sessions)),
      key("size", .size),
      key("theme", .wordOrScript(.themes)),
      key("window", .text),
    ]
  }

  /// How the app is started; what only other apps take is told when it is started.
  static var launchArguments: Kind {
    .object(
      "arguments", [:], { keys }, rest: { $0[$1.key] = Template([.text($1.value.words)]) })
  }

  static var described: [CommandForm.Key] {
    keys.map { CommandForm.Key(name: $0.name, shape: $0.shape, isRequired: $0.isRequired) }
  }
}

extension Kind where Value == Template {
  /// Cells across and down, such as `80x24`.
  static var size: Kind {
    Kind(.form("^[1-9][0-9]{0,3}x[1-9][0-9]{0,3}$", example: "80x24")) { node, reading in
      guard let template = reading.template(node) else { return nil }
      guard let literal = template.literal else { return template }
      return reading.size(literal, at: reading.place(node.mark)) ? template : nil
    }
  }
}

extension FlowReading {
  /// Whether a text is a size of a terminal.
  func size(_ text: String, at place: Place) -> Bool {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
    let isSize =
      parts.count == 2
      && parts.allSatisfy { part in
        part.utf8.allSatisfy { (0x30...0x39).contains($0) }
          && Int(part).map((1...1000).contains) == true
      }
    if isSize { return true }
    report(
      place, en: "\"\(text.prefix(40))\" is no size of a terminal",
      ru: "«\(text.prefix(40))» — не размер терминала",
      hint: Wording(
        en: "Columns and rows from 1 to 1000, such as 80x24",
        ru: "Столбцы и строки от 1 до 1000, например 80x24"))
    return false
  }
}

extension Kind where Value == [String] {
  /// Names of permissions, each with what is said of it.
  static var permissions: Kind {
    Kind(.names) { node, reading in
      let names = Kind<[Flow.Property]>.properties.read(node, reading)
      return names?.map(\.name)
    }
  }
}
