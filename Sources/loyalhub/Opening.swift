import App
import Cells
import Client
import Glibc
import Terminal
import Transport

/// Opens the app, on the screen or as lines.
struct Opening {
  let view: ViewOptions
  /// Where the log is kept; without it what would be in it is shown at the end.
  var logFolder: String?

  /// What the app is opened on.
  struct Ground {
    var accounts: Accounts
    var demo: DemoServers?
  }

  /// - Parameter prepare: what is only done when the terminal can show the app.
  /// - Returns: the exit status.
  func run(_ prepare: () throws -> Ground) throws -> Int32 {
    if view.linear {
      let ground = try prepare()
      defer { ground.demo?.stop() }
      let size = Size(width: 80, height: 200)
      return LineLoop(app: HeadlessApp(try launch(ground, size, colors: 0))).run()
    }
    let session: TerminalSession
    do {
      let log = logFolder.flatMap(Log.open)
      session = try TerminalSession(maximumColors: view.maximumColors, log: log)
    } catch {
      throw Refusal(error)
    }
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
      settings: try view.settings(colors: colors))
  }
}

/// Why the full screen cannot be had, in one line that names what to use instead.
struct Refusal: Error, CustomStringConvertible {
  static let exitStatus: Int32 = 2

  let description: String

  init(_ error: TerminalError) {
    description = "\(error); use `loyalhub --linear` for plain lines"
  }
}

/// Where standard error goes while the screen is ours.
enum Log {
  /// A descriptor for the log, or `nil` when it cannot be written: that must not stop the app.
  static func open(in folder: String) -> Int32? {
    Folders.make(folder)
    let path = folder + "/loyalhub.log"
    var status = stat()
    if stat(path, &status) == 0, status.st_size > 1 << 20 { rename(path, path + ".1") }
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    return descriptor >= 0 ? descriptor : nil
  }
}
