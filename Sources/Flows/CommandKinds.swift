import FlowLanguage

extension Command {
  /// Whether it is made of other steps.
  var hasSteps: Bool {
    switch self {
    case .runFlow, .repeating, .retry: true
    case .launchApp, .stopApp, .killApp, .clearState, .clearKeychain, .openLink, .tap, .back,
      .hideKeyboard, .pressKey, .scroll, .scrollUntilVisible, .swipe, .inputText, .inputRandom,
      .eraseText, .copyTextFrom, .pasteText, .setClipboard, .assertVisible, .assertNotVisible,
      .assertTrue, .wait, .waitForAnimationToEnd, .takeScreenshot, .assertScreenshot,
      .startRecording, .stopRecording, .evalScript, .runScript, .setAirplaneMode,
      .toggleAirplaneMode, .setDarkMode, .toggleDarkMode, .assertDarkMode, .setOrientation,
      .setLocation, .purchase, .takeBack, .travel, .window, .pushContent, .task, .publishTerms,
      .say, .meaningless:
      false
    }
  }

  /// Whether it leaves the app as it is, or looks before it does something.
  var isLook: Bool {
    switch self {
    case .tap, .scrollUntilVisible, .copyTextFrom, .setClipboard, .assertVisible,
      .assertNotVisible, .assertTrue, .wait, .waitForAnimationToEnd, .takeScreenshot,
      .assertScreenshot, .startRecording, .stopRecording, .runFlow, .repeating, .retry,
      .evalScript, .runScript, .assertDarkMode, .task, .say:
      true
    case .launchApp, .stopApp, .killApp, .clearState, .clearKeychain, .openLink, .back,
      .hideKeyboard, .pressKey, .scroll, .swipe, .inputText, .inputRandom, .eraseText, .pasteText,
      .setAirplaneMode, .toggleAirplaneMode, .setDarkMode, .toggleDarkMode, .setOrientation,
      .setLocation, .purchase, .takeBack, .travel, .window, .pushContent, .publishTerms,
      .meaningless:
      false
    }
  }

  /// What it counts for in a task; `nil` where it is no key.
  var keys: Int? {
    switch self {
    case .tap(let tap): tap.kind == .twice ? 2 : max(1, tap.times)
    case .back, .hideKeyboard, .pressKey, .scroll, .swipe: 1
    case .launchApp, .stopApp, .killApp, .clearState, .clearKeychain, .openLink,
      .scrollUntilVisible, .inputText, .inputRandom, .eraseText, .copyTextFrom, .pasteText,
      .setClipboard, .assertVisible, .assertNotVisible, .assertTrue, .wait,
      .waitForAnimationToEnd, .takeScreenshot, .assertScreenshot, .startRecording,
      .stopRecording, .runFlow, .repeating, .retry, .evalScript, .runScript, .setAirplaneMode,
      .toggleAirplaneMode, .setDarkMode, .toggleDarkMode, .assertDarkMode, .setOrientation,
      .setLocation, .purchase, .takeBack, .travel, .window, .pushContent, .task, .publishTerms,
      .say, .meaningless:
      nil
    }
  }
}
