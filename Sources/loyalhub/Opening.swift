import App
import Cells
import Client
import Glibc
import Loyalty
import Terminal
import Transport

/// Opens the app, on the screen or as lines.
struct Opening {
  let view: ViewOptions
  /// What opens the app, as it is typed.
  var command = "loyalhub"
  /// Whether what is written to standard error goes into the log too, beside being shown at the end.
  var hasLog = false

  /// What the app is opened on.
  struct Ground {
    var accounts: Accounts
    var demo: DemoServers?
    var clock: CalendarClock
  }

  /// - Parameter prepare: what is only done when the terminal can show the app.
  /// - Returns: the exit status.
  func run(_ prepare: () throws -> Ground) throws -> Int32 {
    if view.linear {
      Leaving.watch()
      let ground = try prepare()
      defer { ground.demo?.stop() }
      let size = Size(width: 80, height: 200)
      return LineLoop(app: HeadlessApp(try launch(ground, size, colors: 0))).run()
    }
    do {
      return try openScreen(prepare)
    } catch let error as TerminalError {
      throw Refusal(error, view.language.spoken, command: command)
    }
  }

  private func openScreen(_ prepare: () throws -> Ground) throws -> Int32 {
    let session = try TerminalSession(
      maximumColors: view.maximumColors, log: hasLog ? Log.shared.open() : nil)
    let ground = try prepare()
    // The session is still there: a second signal does not cut the goodbye short.
    defer { withExtendedLifetime(session) { ground.demo?.stop() } }
    return try ScreenLoop(session: session) {
      try launch(ground, session.size, colors: session.colors)
    }.run()
  }

  private func launch(_ ground: Ground, _ size: Size, colors: Int) throws -> Launch {
    try Launch(
      ground.accounts.ground(of: ground.accounts.current), of: ground.accounts, size: size,
      settings: try view.settings(colors: colors, now: ground.clock.now), clock: ground.clock)
  }
}
