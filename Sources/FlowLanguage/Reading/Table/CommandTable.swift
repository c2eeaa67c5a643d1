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
