extension CommandTable {
  /// What is looked at.
  static let looks: [CommandForm] = [
    assertVisibleForm,
    assertNotVisibleForm,
    assertTrueForm,
    extendedWaitUntilForm,
    waitForAnimationToEndForm,
    takeScreenshotForm,
    assertScreenshotForm,
    startRecordingForm,
    CommandForm("stopRecording", .stopRecording),
  ]

  private static var assertVisibleForm: CommandForm {
    CommandForm("assertVisible", Selector(), short: "text", SelectorForm.keys()) {
      selector, place, reading in
      named(selector, at: place, reading) ? .assertVisible(selector) : nil
    }
  }

  private static var assertNotVisibleForm: CommandForm {
    CommandForm("assertNotVisible", Selector(), short: "text", SelectorForm.keys()) {
      selector, place, reading in
      named(selector, at: place, reading) ? .assertNotVisible(selector) : nil
    }
  }

  private static var assertTrueForm: CommandForm {
    CommandForm(
      "assertTrue", Template(""), short: "condition",
      [KeyForm("condition", .text, isRequired: true) { $0 = $1 }]
    ) { condition, _, _ in .assertTrue(condition) }
  }

  private static var extendedWaitUntilForm: CommandForm {
    CommandForm(
      "extendedWaitUntil", ExtendedWait(),
      [
        KeyForm("visible", .selector) { $0.visible = $1 },
        KeyForm("notVisible", .selector) { $0.notVisible = $1 },
        KeyForm("timeout", .numberOrScript(0...3_600_000)) { $0.timeout = $1 },
      ]
    ) { wait, place, reading in
      guard wait.visible != nil || wait.notVisible != nil else {
        reading.reportWhole(
          place, en: "extendedWaitUntil needs `visible` or `notVisible`",
          ru: "Команде «extendedWaitUntil» нужно «visible» или «notVisible»")
        return nil
      }
      return .wait(wait)
    }
  }

  private static var waitForAnimationToEndForm: CommandForm {
    CommandForm(
      "waitForAnimationToEnd", Template?.none, isBare: true,
      [KeyForm("timeout", Kind<Template>.numberOrScript(0...3_600_000)) { $0 = .some($1) }]
    ) { timeout, _, _ in .waitForAnimationToEnd(timeout: timeout) }
  }

  private static var takeScreenshotForm: CommandForm {
    CommandForm("takeScreenshot", Screenshot(""), short: "path", screenshot()) { shot, _, _ in
      .takeScreenshot(shot)
    }
  }

  private static var assertScreenshotForm: CommandForm {
    CommandForm(
      "assertScreenshot", Screenshot(""), short: "path",
      screenshot() + [
        KeyForm(
          "thresholdPercentage", meaningless: .number(0...100, isTemplate: false),
          of: "assertScreenshot",
          Wording(
            en: "Cells are the same or they are not; leave it out, or use `cropOn`",
            ru: "Клетки либо те же, либо нет; уберите ключ или возьмите «cropOn»"))
      ]
    ) { shot, _, _ in .assertScreenshot(shot) }
  }

  private static var startRecordingForm: CommandForm {
    CommandForm(
      "startRecording", Template(""), short: "path",
      [KeyForm("path", .text, isRequired: true) { $0 = $1 }]
    ) { path, _, _ in .startRecording(path) }
  }

  private static func screenshot() -> [KeyForm<Screenshot>] {
    [
      KeyForm("path", .text, isRequired: true) { $0.name = $1 },
      KeyForm("cropOn", .selector) { $0.crop = $1 },
    ]
  }
}
