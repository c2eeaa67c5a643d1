extension CommandTable {
  /// What is typed, copied and pasted.
  static let text: [CommandForm] =
    [
      pressKeyForm,
      inputTextForm,
      eraseTextForm,
      copyTextFromForm,
      CommandForm("pasteText", .pasteText),
      setClipboardForm,
    ] + RandomText.Kind.allCases.map(random)

  private static var pressKeyForm: CommandForm {
    CommandForm(
      "pressKey", Template(""), short: "key",
      [KeyForm("key", .keyName, isRequired: true) { $0 = $1 }]
    ) { key, _, _ in .pressKey(key) }
  }

  private static var inputTextForm: CommandForm {
    CommandForm(
      "inputText", TextInput(""), short: "text",
      [
        KeyForm("text", .text, isRequired: true) { $0.text = $1 },
        KeyForm("typed", .flag) { $0.isTyped = $1 },
      ]
    ) { input, _, _ in .inputText(input) }
  }

  private static var eraseTextForm: CommandForm {
    CommandForm(
      "eraseText", Template?.none, isBare: true, short: "charactersToErase",
      [KeyForm("charactersToErase", Kind<Template>.numberOrScript(0...10_000)) { $0 = .some($1) }]
    ) { count, _, _ in .eraseText(count) }
  }

  private static var copyTextFromForm: CommandForm {
    CommandForm("copyTextFrom", Selector(), short: "text", SelectorForm.keys()) {
      selector, place, reading in
      named(selector, at: place, reading) ? .copyTextFrom(selector) : nil
    }
  }

  private static var setClipboardForm: CommandForm {
    CommandForm(
      "setClipboard", Template(""), short: "text",
      [KeyForm("text", .text, isRequired: true) { $0 = $1 }]
    ) { text, _, _ in .setClipboard(text) }
  }

  private static func random(_ kind: RandomText.Kind) -> CommandForm {
    let hasLength = kind == .text || kind == .number
    let keys: [KeyForm<Int>] = hasLength ? [KeyForm("length", .number(1...10_000)) { $0 = $1 }] : []
    return CommandForm(kind.rawValue, 8, isBare: true, keys) { length, _, _ in
      .inputRandom(RandomText(kind, length: length))
    }
  }

  /// Whether a command's selector finds something by more than which of several it is.
  static func named(
    _ selector: Selector, at place: Place, _ reading: FlowReading, or hint: Wording? = nil
  ) -> Bool {
    var rest = selector
    rest.index = nil
    rest.enabled = nil
    rest.drawn = nil
    rest.tolerance = nil
    guard rest == Selector(), reading.meaningless == nil else { return true }
    reading.reportWhole(
      place, en: "Say which element: by its text or its id",
      ru: "Назовите элемент по тексту («text») или по имени («id»)", hint: hint)
    return false
  }
}
