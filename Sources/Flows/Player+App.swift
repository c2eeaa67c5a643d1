import App
import Cells
import Client
import Content
import FlowLanguage
import FlowScripts

/// The app starts and ends.
extension Player {
  func launch(_ options: LaunchOptions) throws {
    let known = LaunchOptions.argumentNames
    let unknown = options.arguments.keys.filter { !known.contains($0) }.sorted()
    guard unknown.isEmpty else {
      let (names, all) = (unknown.joined(separator: ", "), known.joined(separator: ", "))
      throw StepError(
        en: "the app takes no such arguments: \(names); it takes \(all)",
        ru: "таких аргументов у приложения нет: \(names); есть \(all)")
    }
    var start = AppStart(clearsState: options.clearState)
    start.clearsSession = options.clearKeychain
    start.arguments = try options.arguments.mapValues { try scope.render($0) }
    if !options.permissions.isEmpty, let place = current?.place {
      let names = options.permissions.joined(separator: ", ")
      warn(
        Wording(
          en: "permissions mean nothing in a terminal: \(names)",
          ru: "в терминале разрешений нет: \(names)"), at: place)
    }
    task = nil
    guard !options.stopApp, windows[start.window] != nil else {
      try self.start(start)
      return
    }
    let others =
      start.arguments.keys.filter { $0 != "window" }.sorted()
      + (start.clearsState ? ["clearState"] : []) + (start.clearsSession ? ["clearKeychain"] : [])
    guard others.isEmpty else {
      let names = others.joined(separator: ", ")
      throw StepError(
        en: "an app that runs on is not given \(names): leave out stopApp",
        ru: "работающему приложению нельзя задать \(names): уберите stopApp")
    }
    window = start.window
  }

  /// Starts the app, in place of the one in its window.
  @discardableResult
  func start(_ start: AppStart) throws -> HeadlessApp {
    let name = start.window
    if windows[name] != nil {
      windows[name] = nil
      world.forget(window: name)
    }
    let app = try world.launch(branded(start))
    hasLaunched = true
    window = name
    windows[name] = app
    app.companions = { [weak self, weak app] in
      self?.windows.values.filter { $0 !== app } ?? []
    }
    knownMessages[name] = nil
    dress(app)
    return app
  }

  /// A window without a past shows the flow's brand, unless it is told which.
  private func branded(_ start: AppStart) -> AppStart {
    if start.clearsState { chosen.remove(start.window) }
    guard let brand, start.arguments["link"] == nil, chosen.insert(start.window).inserted,
      start.arguments["brand"] == nil
    else { return start }
    var start = start
    start.arguments["brand"] = brand
    return start
  }

  /// The app has ended.
  func close() {
    guard windows.removeValue(forKey: window) != nil else { return }
    world.forget(window: window)
  }

  /// As on a key.
  func stop() throws {
    guard let app else { return }
    app.send(.action(.quit))
    try settle(app)
    close()
  }

  func clear() throws {
    close()
    chosen.remove(window)
    try world.clearState(window: window)
  }

  /// A link as the business writes it (`screen:about`), or where a program is.
  func open(_ link: String) throws {
    let parts = link.split(separator: ":", maxSplits: 1).map(String.init)
    let isOwn = parts.count == 2 && BlockAction.Kind.all.contains { $0.rawValue == parts[0] }
    if isOwn {
      try running().send(.action(.screens(.follow(kind: parts[0], target: parts[1]))))
      return
    }
    guard FlowStage.brands.contains(link) else {
      let brands = FlowStage.brands.joined(separator: ", ")
      throw StepError(
        en: "the app opens no \(link): write screen:ABOUT, reward:ID, promotion:ID, store:ID, or "
          + "a brand: \(brands)",
        ru: "приложение не открывает \(link): напишите screen:ИМЯ, reward:ИМЯ, promotion:ИМЯ, "
          + "store:ИМЯ или бренд: \(brands)")
    }
    try start(AppStart(arguments: ["link": link]))
  }
}
