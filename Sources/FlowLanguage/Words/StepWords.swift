extension Step {
  /// What it does, as a flow says it, in one line; steps inside it are not told.
  public var words: String {
    let value = command.value
    return value.isEmpty ? command.name : "\(command.name): \(value)"
  }
}

extension Command {
  /// As a flow writes it.
  public var name: String {
    switch self {
    case .launchApp: "launchApp"
    case .stopApp: "stopApp"
    case .killApp: "killApp"
    case .clearState: "clearState"
    case .clearKeychain: "clearKeychain"
    case .openLink: "openLink"
    case .tap(let tap): tap.name
    case .back: "back"
    case .hideKeyboard: "hideKeyboard"
    case .pressKey: "pressKey"
    case .scroll: "scroll"
    case .scrollUntilVisible: "scrollUntilVisible"
    case .swipe: "swipe"
    case .inputText: "inputText"
    case .inputRandom(let text): text.kind.rawValue
    case .eraseText: "eraseText"
    case .copyTextFrom: "copyTextFrom"
    case .pasteText: "pasteText"
    case .setClipboard: "setClipboard"
    case .assertVisible: "assertVisible"
    case .assertNotVisible: "assertNotVisible"
    case .assertTrue: "assertTrue"
    case .wait: "extendedWaitUntil"
    case .waitForAnimationToEnd: "waitForAnimationToEnd"
    case .takeScreenshot: "takeScreenshot"
    case .assertScreenshot: "assertScreenshot"
    case .startRecording: "startRecording"
    case .stopRecording: "stopRecording"
    case .runFlow: "runFlow"
    case .repeating: "repeat"
    case .retry: "retry"
    case .evalScript: "evalScript"
    case .runScript: "runScript"
    case .setAirplaneMode: "setAirplaneMode"
    case .toggleAirplaneMode: "toggleAirplaneMode"
    case .setDarkMode(let isOn): isOn ? "setDarkMode" : "setLightMode"
    case .toggleDarkMode: "toggleDarkMode"
    case .assertDarkMode(let isOn): isOn ? "assertDarkMode" : "assertLightMode"
    case .setOrientation: "setOrientation"
    case .setLocation: "setLocation"
    case .purchase: "purchase"
    case .takeBack: "return"
    case .travel: "travel"
    case .window: "window"
    case .pushContent: "pushContent"
    case .task: "task"
    case .publishTerms: "publishTerms"
    case .say: "say"
    case .meaningless(let command): command.name
    }
  }

  /// What stands behind the name; empty where nothing does.
  fileprivate var value: String {
    switch self {
    case .stopApp, .killApp, .clearState, .clearKeychain, .back, .hideKeyboard, .scroll, .pasteText,
      .stopRecording, .toggleAirplaneMode, .setDarkMode, .toggleDarkMode, .assertDarkMode,
      .meaningless:
      return ""
    case .openLink(let text), .pressKey(let text), .setClipboard(let text), .assertTrue(let text),
      .startRecording(let text), .say(let text):
      return text.description
    case .eraseText(let text), .waitForAnimationToEnd(timeout: let text):
      return text?.description ?? ""
    case .copyTextFrom(let selector), .assertVisible(let selector), .assertNotVisible(let selector):
      return selector.words
    case .window(let text), .pushContent(let text), .publishTerms(let text): return text
    case .launchApp(let options): return options.words
    case .tap(let tap): return tap.words
    case .scrollUntilVisible(let search):
      return keyed([
        ("element", search.element.words),
        ("direction", search.direction == .down ? nil : search.direction.rawValue),
      ])
    case .swipe(let swipe): return swipe.words
    case .inputText(let input): return input.text.description
    case .inputRandom(let text): return "\(text.length)"
    case .wait(let wait):
      return keyed([
        ("visible", wait.visible?.words), ("notVisible", wait.notVisible?.words),
        ("timeout", wait.timeout.description),
      ])
    case .takeScreenshot(let shot), .assertScreenshot(let shot):
      return keyed(
        [("path", shot.name.description), ("cropOn", shot.crop?.words)], alone: "path")
    case .runFlow(let flow):
      return keyed([("file", flow.file), ("when", flow.condition?.words)], alone: "file")
    case .repeating(let loop):
      return keyed([("times", loop.times?.description), ("while", loop.condition?.words)])
    case .retry(let retry): return keyed([("maxRetries", retry.mostRetries.description)])
    case .evalScript(let script): return "${\(script.source)}"
    case .runScript(let script):
      return keyed([("file", script.file), ("when", script.condition?.words)], alone: "file")
    case .setAirplaneMode(let isOn): return isOn ? "enabled" : "disabled"
    case .setOrientation(let orientation): return orientation.rawValue
    case .setLocation(let latitude, let longitude):
      return keyed([("latitude", latitude.description), ("longitude", longitude.description)])
    case .purchase(let amount, let key, let options):
      let rest = options.isEmpty ? nil : options.joined(separator: " ")
      return keyed([("amount", amount.description), ("key", key), ("with", rest)], alone: "amount")
    case .takeBack(let amount, let sale):
      return keyed([("amount", amount?.description), ("sale", sale)], alone: "amount")
    case .travel(let milliseconds): return "\(milliseconds / 60_000)m"
    case .task(let name, let keys): return keyed([("name", name), ("keys", "\(keys)")])
    }
  }
}
