import App
import Cells
import Client
import Glibc
import Terminal

/// The app on a full screen: waits for everything at once, updates, draws once.
struct ScreenLoop {
  let session: TerminalSession
  /// Whether the app is drawn as on a phone.
  var isPhone = false
  let log: (String) -> Void
  let launch: () throws -> Launch

  /// Runs until the member leaves.
  ///
  /// - Returns: the exit status: 0, or 128 and the number of the signal that ended it.
  func run() throws -> Int32 {
    let mailbox = try Mailbox<Void>()
    let inbox = Inbox { mailbox.post(()) }
    let runner = try makeRunner(inbox)
    try session.enter()
    defer { session.leave() }
    present(runner)
    CrashHook.trip()
    if session.areSignsWide { runner.handle(.signsAreWide(true)) }
    session.askBackground(forPictures: runner.state.settings.hasPictures)

    var status = obey(runner.start(), runner)
    let loop = EventLoop(session, mailbox)
    while status == nil {
      let pause = session.hasMorePixels ? .zero : runner.timeUntilDeadline
      guard let wake = loop.next(within: pause) else { return 128 + SIGHUP }
      for input in wake.inputs { status = status ?? hear(input, runner) }
      if let background = wake.background {
        status = status ?? obey(runner.handle(.terminalIsLight(background == .light)), runner)
      }
      if let areWide = wake.areSignsWide {
        status = status ?? obey(runner.handle(.signsAreWide(areWide)), runner)
      }
      for news in wake.pictureNews { status = status ?? hear(news, runner) }
      status = status ?? obey(runner.handleDelivered(), runner)
      if let left = runner.timeUntilDeadline, left <= .zero {
        status = status ?? obey(runner.handle(.deadline), runner)
      }
      if let signal = wake.signals.first { status = signal.exitStatus }
      if status == nil { present(runner) }
    }
    return status ?? 0
  }

  /// NB: nothing else holds what the app is launched with, so that opening another account closes
  /// it.
  private func makeRunner(_ inbox: Inbox) throws -> Runner {
    let launch = try launch()
    let runner = Runner(launch, inbox: inbox)
    for notice in launch.notices { runner.handle(.notice(notice)) }
    return runner
  }

  private func present(_ runner: Runner) {
    let frame =
      isPhone
      ? Handset(session.size).frame(runner.frame, in: runner.state.theme) : runner.frame
    session.present(frame.grid, frame.modes, frame.pixels)
  }

  private func hear(_ input: Input, _ runner: Runner) -> Int32? {
    guard let input = isPhone ? Handset(session.size).input(input) : input else { return nil }
    return obey(runner.handle(.input(input)), runner)
  }

  private func hear(_ news: PictureNews, _ runner: Runner) -> Int32? {
    log(news.description)
    switch news {
    case .display(let display): return obey(runner.handle(.pictures(.display(display))), runner)
    case .tooSlow: return obey(runner.handle(.pictures(.lineTooSlow)), runner)
    case .refused: return nil
    }
  }

  private func obey(_ requests: [ScreenEffect], _ runner: Runner) -> Int32? {
    for request in requests {
      switch request {
      case .quit: return 0
      case .suspend:
        session.suspend()
        _ = hear(.resize(session.size), runner)
      case .redraw: session.redraw()
      case .copy(let text): session.copy(text)
      case .writeOutside(let text):
        session.leave()
        let result = OutsideEditor.edit(text)
        try? session.enter()
        session.redraw()
        _ = hear(.resize(session.size), runner)
        switch result {
        case .success(let text): runner.handle(.editor(.writtenOutside(text)))
        case .failure(let failure): runner.handle(.editor(.outsideFailed(failure)))
        }
      }
    }
    return nil
  }
}

extension Signal {
  /// As a shell has it for a program that a signal has ended.
  var exitStatus: Int32 { 128 + number }
}

/// Crashes on purpose after the first frame, for the tests of the restore.
enum CrashHook {
  static func trip() {
    guard let kind = getenv("LOYALHUB_CRASH").map({ String(cString: $0) }) else { return }
    switch kind {
    case "fatal": fatalError("crashed on purpose")
    case "bounds": _ = [Int]()[kind.count]
    case "nil":
      // swift-format-ignore: NeverForceUnwrap
      _ = Int(kind)!
    case "abort": abort()
    default: raise(SIGSEGV)
    }
  }
}
