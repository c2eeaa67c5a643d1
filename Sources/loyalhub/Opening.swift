import App
import ArgumentParser
import Cells
import Client
import Glibc
import Terminal
import Transport

/// Opens the app, on the screen or as lines.
struct Opening {
  let transport: any Transport
  let folders: Folders
  let account: String
  var demo: DemoServer?

  /// - Returns: the exit status.
  func run(_ view: ViewOptions) throws -> Int32 {
    if view.linear {
      let launch = try launch(Size(width: 80, height: 200), view, colors: 0)
      return LineLoop(app: HeadlessApp(launch)).run()
    }
    let session: TerminalSession
    do {
      session = try TerminalSession(
        maximumColors: view.maximumColors, log: Log.open(in: folders.state))
    } catch {
      throw Refusal(error)
    }
    let launch = try launch(session.size, view, colors: session.colors)
    return try ScreenLoop(session: session, launch: launch).run()
  }

  private func launch(_ size: Size, _ view: ViewOptions, colors: Int) throws -> Launch {
    try Launch(
      transport: transport, folders: folders, account: account, size: size,
      settings: try view.settings(colors: colors), demo: demo)
  }
}

/// Why the full screen cannot be had, in one line that names what to use instead; exit status 2.
struct Refusal: Error, CustomStringConvertible {
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
