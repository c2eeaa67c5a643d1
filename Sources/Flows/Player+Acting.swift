import App
import Cells
import Client
import FlowLanguage
import FlowScripts
import Themes

extension Player {
  /// Does what a step says, and waits until the app stands still.
  ///
  /// - Returns: `false` when its condition does not hold.
  func act(_ step: Step) throws -> Bool {
    if !step.command.isLook { try refuseMessages() }
    try countKeys(of: step.command)
    tellIdle(of: step)
    let hasPlayed = try dispatch(step.command)
    // Steps of steps have seen to it themselves.
    if !step.command.hasSteps, let app {
      try settle(app)
      if let text = app.takeCopied() { scope.copiedText = text }
      noteMessages(of: app, at: step.place)
      if app.hasQuit { close() }
    }
    return hasPlayed
  }

  private func dispatch(_ command: Command) throws -> Bool {
    switch command {
    case .launchApp(let options): try launch(options)
    case .stopApp: try stop()
    case .killApp: close()
    case .clearState: try clear()
    case .clearKeychain: try world.clearSession(window: window)
    case .openLink(let link): try open(try scope.render(link))

    case .tap(let tap): try self.tap(tap)
    case .back: try send(Key(.escape))
    case .hideKeyboard: try hideKeyboard()
    case .pressKey(let name): try press(try scope.render(name))
    case .scroll: try send(Key(.pageDown))
    case .scrollUntilVisible(let search): try scroll(search)
    case .swipe(let swipe): try self.swipe(swipe)

    case .inputText(let input): try type(try scope.render(input.text), isTyped: input.isTyped)
    case .inputRandom(let wish): try type(random.text(wish), isTyped: false)
    case .eraseText(let count): try erase(count)
    case .copyTextFrom(let selector): try copyText(from: selector)
    case .pasteText: try paste()
    case .setClipboard(let text): scope.copiedText = try scope.render(text)

    case .assertVisible(let selector): _ = try find(selector)
    case .assertNotVisible(let selector): try waitUntilGone(selector, lookupTime)
    case .assertTrue(let template): try assertTrue(template)
    case .wait(let wait): try self.wait(wait)
    case .waitForAnimationToEnd(let timeout): try waitForStillness(timeout)
    case .takeScreenshot(let shot): try take(shot)
    case .assertScreenshot(let shot): try compare(shot)
    case .startRecording(let name): try startRecording(name)
    case .stopRecording: try stopRecording()

    case .runFlow(let subflow): return try run(subflow)
    case .repeating(let repetition): return try run(repetition)
    case .retry(let retry): try run(retry)
    case .evalScript(let script): _ = try scope.evaluate(script)
    case .runScript(let file): return try run(file)

    case .setAirplaneMode(let isOn): world.isInAirplaneMode = isOn
    case .toggleAirplaneMode: world.isInAirplaneMode.toggle()
    case .setDarkMode(let isDark): try darken(isDark)
    case .toggleDarkMode: try darken(!(try running().state.theme.isDark))
    case .assertDarkMode(let isDark): try assertDark(isDark)
    case .setOrientation(let orientation): turn(orientation)
    case .setLocation(let latitude, let longitude): try move(to: latitude, longitude)

    case .purchase(let amount, let key, let options): try buy(amount, key, options)
    case .takeBack(let amount, let sale): try takeBack(amount, of: sale)
    case .travel(let milliseconds): try travel(milliseconds)
    case .window(let name): try show(window: name)
    case .pushContent(let folder): try world.push(beside(folder), window: window)
    case .task(let name, let keys): task = (name, keys, keys)
    case .publishTerms(let file): try world.publish(terms: beside(file))
    case .say: break
    case .meaningless(let meaningless):
      throw StepError(
        en: "\(meaningless.name): \(meaningless.advice.english)",
        ru: "\(meaningless.name): \(meaningless.advice.russian)")
    }
    return true
  }

  /// The app of the window; before the first launch it starts with an empty home.
  @discardableResult
  func running() throws -> HeadlessApp {
    if let app { return app }
    guard !hasLaunched else {
      throw StepError(
        en: "the app is not running; launchApp starts it",
        ru: "приложение не запущено; его запускает launchApp")
    }
    let app = try start(AppStart(clearsState: true))
    try settle(app)
    return app
  }

  func send(_ key: Key) throws { try running().send(.input(.key(key))) }

  func settle(_ app: HeadlessApp) throws {
    guard app.wait(for: patience.busy, until: \.isIdle) else {
      throw StepError(
        en: "the app is still busy after \(patience.busy.components.seconds) s",
        ru: "приложение всё ещё занято спустя \(patience.busy.components.seconds) с")
    }
  }

  /// A path beside the file of the step.
  private func beside(_ path: String) -> String {
    let file = current?.place.file ?? ""
    return (file.lastIndex(of: "/").map { String(file[...$0]) } ?? "") + path
  }

  private func countKeys(of command: Command) throws {
    guard let keys = command.keys, let task else { return }
    guard task.left >= keys else {
      throw StepError(
        en: "\"\(task.name)\" takes more keys than \(task.most)",
        ru: "«\(task.name)» требует больше клавиш, чем \(task.most)")
    }
    self.task?.left -= keys
  }
}
