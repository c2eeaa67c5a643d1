extension CommandTable {
  /// Commands of Maestro's that mean nothing in a terminal: they fail when they are reached.
  static let foreign: [CommandForm] = [
    addMediaForm,
    assertWithAIForm,
    assertNoDefectsWithAIForm,
    extractTextWithAIForm,
    openBrowserForm,
    setPermissionsForm,
  ]

  private static var addMediaForm: CommandForm {
    CommandForm(
      "addMedia", [NamedPath](), short: "files",
      [KeyForm("files", .list(of: .file), isRequired: true) { $0 = $1 }]
    ) { files, _, reading in
      for file in files { reading.checkPresence(of: file) }
      return .meaningless(
        Meaningless(
          "addMedia",
          Wording(
            en: "A terminal has no gallery; `pushContent` brings pictures of screens",
            ru: "В терминале нет галереи; картинки экранов приносит «pushContent»")))
    }
  }

  private static var assertWithAIForm: CommandForm {
    CommandForm(
      meaningless: "assertWithAI", short: "assertion",
      [KeyForm("assertion", .text, isRequired: true) { _, _ in }], isOptional: true, noGuesses)
  }

  private static var assertNoDefectsWithAIForm: CommandForm {
    CommandForm(
      meaningless: "assertNoDefectsWithAI", isBare: true, [], isOptional: true, noGuesses)
  }

  private static var extractTextWithAIForm: CommandForm {
    CommandForm(
      meaningless: "extractTextWithAI", short: "query",
      [
        KeyForm("query", .text, isRequired: true) { _, _ in },
        KeyForm("outputVariable", .plain) { _, _ in },
      ], isOptional: true,
      Wording(
        en: "Nothing is guessed here; `copyTextFrom` takes the text of an element",
        ru: "Здесь ничего не угадывают; текст элемента берёт «copyTextFrom»"))
  }

  private static var openBrowserForm: CommandForm {
    CommandForm(
      meaningless: "openBrowser", short: "url",
      [KeyForm("url", .text, isRequired: true) { _, _ in }], noPages)
  }

  private static var setPermissionsForm: CommandForm {
    CommandForm(
      meaningless: "setPermissions",
      [appID(), KeyForm("permissions", .permissions, isRequired: true) { _, _ in }],
      Wording(
        en: "A terminal asks for no permissions; leave it out",
        ru: "Терминал не спрашивает разрешений; уберите команду"))
  }

  private static let noGuesses = Wording(
    en: "Nothing is guessed here; `assertVisible` and `assertScreenshot` are exact",
    ru: "Здесь ничего не угадывают; точны «assertVisible» и «assertScreenshot»")
}
