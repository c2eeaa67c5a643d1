import YAML

/// All commands: the reader, its hints and the schema have them from here.
enum CommandTable {
  static let all: [CommandForm] =
    app + touch + text + looks + nesting + device + ours + foreign

  static let names = all.map(\.name)

  private static let byName: [String: CommandForm] = {
    var forms = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
    // As Maestro wrote it once.
    forms["hide keyboard"] = forms["hideKeyboard"]
    return forms
  }()

  static func form(_ name: String) -> CommandForm? { byName[name] }

  /// What `appId` beside one of these says.
  static func appID<Root>() -> KeyForm<Root> {
    KeyForm("appId", .appID) { _, _ in }
  }
}

extension Kind where Value == String {
  /// The app that flows are for, or one of its brands: `loyalhub`, `loyalhub.coffee`.
  static var appID: Kind {
    Kind(.form(#"^loyalhub(\..+)?$"#, example: "loyalhub")) { node, reading in
      guard let template = reading.template(node) else { return nil }
      if let literal = template.literal, literal == "loyalhub" || literal.hasPrefix("loyalhub.") {
        return literal
      }
      reading.report(
        node.mark, en: "\"\(template.description.prefix(60))\" is another app",
        ru: "«\(template.description.prefix(60))» — другое приложение",
        hint: Wording(
          en: "Flows are played with loyalhub: appId: loyalhub",
          ru: "Сценарии играются с loyalhub: «appId: loyalhub»"), isForeign: true)
      return template.description
    }
  }
}
