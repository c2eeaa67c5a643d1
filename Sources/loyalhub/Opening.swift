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
  struct Setup {
    var accounts: Accounts
    var demo: DemoServers?
    var clock: CalendarClock
  }

  /// - Parameter prepare: what is only done when the terminal can show the app.
  /// - Returns: the exit status.
  func run(_ prepare: () throws -> Setup) throws -> Int32 {
    if view.linear {
      Leaving.watch()
      let setup = try prepare()
      defer { setup.demo?.stop() }
      let size = Size(width: 80, height: 200)
      return LineLoop(app: HeadlessApp(try launch(setup, size, colors: 0))).run()
    }
    do {
      return try openScreen(prepare)
    } catch let error as TerminalError {
      throw Refusal(error, view.language.spoken, command: command)
    }
  }

  private func openScreen(_ prepare: () throws -> Setup) throws -> Int32 {
    let session = try TerminalSession(
      maximumColors: view.maximumColors, hasDirectColor: view.hasDirectColor,
      log: hasLog ? Log.shared.openFile() : nil)
    let setup = try prepare()
    // The session is still there: a second signal does not cut the goodbye short.
    defer { withExtendedLifetime(session) { setup.demo?.stop() } }
    let log = { Log.shared.write($0, at: setup.clock.machine) }
    return try ScreenLoop(session: session, isPhone: view.phone, log: log) {
      let size = view.phone ? Handset(session.size).screen.size : session.size
      return try launch(setup, size, colors: session.colors)
    }.run()
  }

  private func launch(_ setup: Setup, _ size: Size, colors: Int) throws -> Launch {
    let pictures =
      view.noPictures || view.linear
      ? nil : PictureDesk.keeping(in: setup.accounts.folders, clock: setup.clock)
    return try Launch(
      setup.accounts.ground(of: setup.accounts.current), of: setup.accounts, size: size,
      settings: try view.settings(colors: colors, now: setup.clock.now), pictures: pictures,
      clock: setup.clock)
  }
}
