import YAML

extension Kind where Value == Condition {
  private static var keys: [KeyForm<Condition>] {
    [
      KeyForm("visible", .selector) { $0.visible = $1 },
      KeyForm("notVisible", .selector) { $0.notVisible = $1 },
      KeyForm("true", .text) { $0.isTrue = $1 },
      KeyForm("platform", .platform) { $0.platform = $1 },
    ]
  }

  static var condition: Kind {
    Kind(.object("condition")) { node, reading in
      guard let mapping = reading.attempt({ () throws(YAMLError) in try node.mapping() }) else {
        return nil
      }
      var condition = Condition()
      _ = reading.fill(
        &condition, from: mapping, keys, of: "condition", at: reading.place(node.mark))
      if mapping.entries.isEmpty {
        reading.report(
          node.mark, en: "The condition says nothing", ru: "Условие ничего не говорит",
          hint: Wording(
            en: "Its keys: \(keys.map(\.name).joined(separator: ", "))",
            ru: "Его ключи: \(keys.map(\.name).joined(separator: ", "))"))
      }
      return condition
    }
  }

  static var described: [CommandForm.Key] {
    keys.map { CommandForm.Key(name: $0.name, shape: $0.shape, isRequired: $0.isRequired) }
  }
}

extension Kind where Value == String {
  private static let platforms = ["Terminal", "Android", "iOS", "Web"]

  /// A kind of device, in capitals or not.
  static var platform: Kind {
    let written = platforms + platforms.map { $0.lowercased() }
    return Kind(.word(.these(written), isTemplate: false)) { node, reading in
      guard let text = reading.attempt({ () throws(YAMLError) in try node.string() }) else {
        return nil
      }
      return platforms.first { $0.lowercased() == text.lowercased() }
        ?? reading.word(text, .these(platforms), of: node)
    }
  }
}
