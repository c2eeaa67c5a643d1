public import App
import Cells
public import Client
public import Loyalty

/// What a flow needs around the app.
public protocol FlowWorld: AnyObject {
  /// Starts the app as a `launchApp` step asks.
  func launch(_ options: LaunchOptions) throws -> HeadlessApp
  func save(screenshot name: String, _ frame: Frame) throws
  /// The member shows a card at a till and pays so many roubles.
  ///
  /// - Parameter key: the sale's name; `nil` is one that nobody has.
  func sell(_ card: Card, _ amount: String, key: String?, options: [String]) throws
  /// A till takes back so many roubles of a sale, or all that is left; of the last sale where no key
  /// is given.
  func takeBack(_ amount: String?, of sale: String?) throws
  /// Time passes, for the server and all windows.
  func travel(milliseconds: Int64) throws
  /// Pushes and publishes the content files of a folder, by the member of a window.
  func push(_ folder: String, window: String) throws
  /// Publishes newer terms of the program whose window was opened last.
  func publish(terms file: String) throws
  /// What the window on the screen shows after a step.
  func show(_ frame: Frame)
}

/// Plays a flow against the app, headless, over whatever transport the app was launched with.
public final class Player {
  private let world: any FlowWorld
  /// The windows that are open, by their names; the first one has none.
  private var windows: [String: HeadlessApp] = [:]
  /// The one that the steps are for.
  private var window = ""
  /// What is being done, and how many keys it may still take.
  private var task: (name: String, most: Int, left: Int)?

  /// Seconds that the app may be busy before a step gives up.
  static let patience: Int64 = 15
  /// Seconds that an element may take to come or go when the app is idle: a push, a message.
  static let newsPatience: Int64 = 3

  public init(_ world: any FlowWorld) {
    self.world = world
  }

  /// Plays all steps.
  ///
  /// - Returns: warnings of optional steps.
  public func play(_ flow: Flow) throws(FlowError) -> [String] {
    var warnings: [String] = []
    for step in flow.steps {
      do {
        try play(step, of: flow)
        if let app { world.show(app.frame) }
      } catch {
        let failure = FlowError(
          file: flow.file, line: step.line, message: "\(error)\n\(screen())")
        guard step.isOptional else { throw failure }
        warnings.append("\(flow.file):\(step.line): \(error)")
      }
    }
    return warnings
  }

  private struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private var app: HeadlessApp? { windows[window] }

  private func play(_ step: Step, of flow: Flow) throws {
    if case .launchApp(let options) = step.command {
      let app = try world.launch(options)
      window = options.window
      windows[window] = app
      task = nil
      try settle(app)
      return
    }
    if case .window(let name) = step.command {
      guard windows[name] != nil else { throw Failure(description: "there is no window \(name)") }
      window = name
    }
    guard let app else { throw Failure(description: "launchApp has to come first") }
    try countKeys(of: step.command)
    switch step.command {
    case .launchApp, .window, .task: break
    case .tapOn(let selector):
      let element = try find(selector, in: app) { $0.isFocusable }
      app.send(.input(.mouse(Mouse(.press, at: element.bounds.center))))
    case .inputText(let text): app.send(.input(.paste(text)))
    case .pressKey(let name):
      guard let key = Key(maestro: name) else {
        throw Failure(description: "there is no key \(name)")
      }
      app.send(.input(.key(key)))
    case .back: app.send(.input(.key(Key(.escape))))
    case .assertVisible(let selector): _ = try find(selector, in: app) { _ in true }
    case .assertNotVisible(let selector):
      let isGone = try app.wait(seconds: Player.newsPatience) { app in
        try selector.matches(in: app.frame).isEmpty
      }
      if !isGone { throw Failure(description: "\(selector) is visible") }
    case .takeScreenshot(let name): try world.save(screenshot: name, app.frame)
    case .purchase(let amount, let key, let options):
      guard let card = app.state.home.contents.card else {
        throw Failure(description: "there is no card to show at the till")
      }
      try world.sell(card, amount, key: key, options: options)
    case .takeBack(let amount, let sale): try world.takeBack(amount, of: sale)
    case .travel(let milliseconds):
      try world.travel(milliseconds: milliseconds)
      for window in windows.values {
        window.send(.deadline)
        try settle(window)
      }
    case .pushContent(let folder):
      try world.push(flow.folder + folder, window: window)
    case .publishTerms(let file): try world.publish(terms: flow.folder + file)
    }
    try settle(app)
    if app.hasQuit { windows[window] = nil }
  }

  private func countKeys(of command: Step.Command) throws {
    switch command {
    case .task(let name, let keys): task = (name, keys, keys)
    case .tapOn, .pressKey, .back:
      guard let task else { return }
      guard task.left > 0 else {
        throw Failure(description: "\"\(task.name)\" takes more keys than \(task.most)")
      }
      self.task?.left -= 1
    case .launchApp, .inputText, .assertVisible, .assertNotVisible, .takeScreenshot, .purchase,
      .takeBack, .travel, .window, .pushContent, .publishTerms:
      break
    }
  }

  private func settle(_ app: HeadlessApp) throws {
    guard app.settle(seconds: Player.patience) else {
      throw Failure(description: "the app is still busy after \(Player.patience) s")
    }
  }

  /// The first element that fits; what is not there yet may come with the next news.
  private func find(
    _ selector: Selector, in app: HeadlessApp, where fits: (Element) -> Bool
  ) throws -> Element {
    var found: Element?
    let isThere = try app.wait(seconds: Player.newsPatience) { app in
      found = try selector.matches(in: app.frame).first { !$0.bounds.isEmpty && fits($0) }
      return found != nil
    }
    if isThere, let found { return found }
    if let element = try selector.matches(in: app.frame).first {
      throw Failure(description: "\(selector) cannot be tapped: \(element.text)")
    }
    throw Failure(description: "\(selector) is not visible")
  }

  /// The screen as it stood, for the report.
  private func screen() -> String {
    guard let app else { return "" }
    return app.frame.grid.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "    │ \($0)" }.joined(separator: "\n")
  }
}

extension Rect {
  var center: Point { Point(x: x + width / 2, y: y + height / 2) }
}

extension Key {
  /// A key by the name that Maestro gives it, or by one of ours for a keyboard.
  init?(maestro name: String) {
    switch name.lowercased() {
    case "enter": self.init(.enter)
    case "backspace": self.init(.backspace)
    case "escape", "back": self.init(.escape)
    case "tab": self.init(.tab)
    case "space": self.init(.character(" "))
    case "home": self.init(.home)
    case "end": self.init(.end)
    case "up", "remote dpad up": self.init(.up)
    case "down", "remote dpad down": self.init(.down)
    case "left", "remote dpad left": self.init(.left)
    case "right", "remote dpad right": self.init(.right)
    case "page up": self.init(.pageUp)
    case "page down": self.init(.pageDown)
    case "delete": self.init(.delete)
    case let other where other.hasPrefix("ctrl+") && other.count == 6:
      self.init(.character(String(other.suffix(1))), .control)
    case let other where other.hasPrefix("f") && other.count > 1:
      guard let number = Int(other.dropFirst()), (1...12).contains(number) else { return nil }
      self.init(.function(number))
    default:
      guard name.count == 1 else { return nil }
      self.init(.character(name))
    }
  }
}
