import App
import Client
import Loyalty
import Output

/// The app as lines: prints a screen, takes a choice, until the input ends.
///
/// What is typed counts at once, also while a server is silent.
final class LineLoop {
  /// How long a screen waits for its answer before it is printed as it is known.
  private static let moment = Duration.milliseconds(300)
  /// How long the next line of a script waits for the answer to the one before.
  private static let patience = Duration.seconds(5)

  private let app: HeadlessApp
  private let typed: TypedLines
  private let clock = ContinuousClock()
  /// The screens that were printed last, by their numbers.
  private var printed: [Int: Lines] = [:]
  private var count = 0
  /// Whether the last one says that an answer is still to come.
  private var isWaiting = false
  private var endOfPatience: ContinuousClock.Instant?
  private var toldToasts: [Toast] = []
  private var toldMessage: TextMessage?

  init(app: HeadlessApp) {
    self.app = app
    typed = TypedLines(wake: app.wake)
  }

  func run() -> Int32 {
    typed.start()
    printWhenAnswered()
    while let line = next() {
      guard let text = line.text else {
        Output.print()
        return 0
      }
      obey(text, typedBelow: line.screen)
      printWhenAnswered()
    }
    return 0
  }

  /// Prints the screen when the answer is there, or after a moment as it is known.
  private func printWhenAnswered() {
    _ = app.wait(for: LineLoop.moment) { $0.hasQuit || $0.isIdle }
    if !app.hasQuit { printScreen() }
  }

  private func printScreen() {
    let lines = Lines(app.frame, app.state)
    count += 1
    printed[count] = lines
    printed[count - 16] = nil
    // Before its first line: whoever has read that may choose at once.
    typed.noteShown(count)
    for line in lines.notices + lines.text { Output.print(line) }
    isWaiting = !app.isIdle
    if isWaiting { Output.print(Lines.waiting(app.state)) }
    Output.print(lines.prompt, terminator: "")
    forgetNews()
  }

  /// What was said is over: lines have no place where a word stays.
  private func forgetNews() {
    for _ in app.state.toasts { app.send(.action(.dismissToast)) }
    toldToasts = app.state.toasts
    toldMessage = app.state.message
  }

  private var hasNews: Bool {
    let isNewMessage = app.state.message != nil && app.state.message != toldMessage
    return isNewMessage || (!app.state.toasts.isEmpty && app.state.toasts != toldToasts)
  }

  /// Says what has come by itself, and asks again; the screen itself stays as it was printed.
  private func tellNews() {
    let message = app.state.message == toldMessage ? nil : Lines.message(app.state)
    Output.print()
    for line in Lines(app.frame, app.state).notices + [message].compactMap(\.self) {
      Output.print(line)
    }
    Output.print(printed[count]?.prompt ?? "", terminator: "")
    forgetNews()
  }

  /// Waits for a line; answers and news that come meanwhile are printed.
  ///
  /// - Returns: `nil` when the app has quit, or nobody reads any more.
  private func next() -> TypedLines.Line? {
    while !app.hasQuit, !Output.isBroken {
      let hold = typed.first.flatMap(timeToHold)
      _ = app.wait(for: hold ?? .seconds(86_400)) { app in
        app.hasQuit || isWaiting && app.isIdle || hasNews || hold == nil && typed.first != nil
      }
      if app.hasQuit { return nil }
      if isWaiting, app.isIdle {
        tellAnswer()
      } else if hasNews {
        tellNews()
      }
      if let line = typed.first, timeToHold(line) == nil { return typed.takeFirst() }
    }
    return nil
  }

  /// Prints the screen anew, unless the answer has changed nothing.
  private func tellAnswer() {
    isWaiting = false
    endOfPatience = nil
    let now = Lines(app.frame, app.state)
    guard hasNews || now.text != printed[count]?.text || now.prompt != printed[count]?.prompt
    else { return }
    Output.print()
    printScreen()
  }

  /// How long a line has to wait for the answer to the one before; `nil` is not at all.
  private func timeToHold(_ line: TypedLines.Line) -> Duration? {
    let isPersonLeaving = typed.isTerminal && line.text.map(Lines.isLeave) ?? false
    guard isWaiting, !app.isIdle, line.screen == nil, !isPersonLeaving else { return nil }
    let end = endOfPatience ?? clock.now.advanced(by: LineLoop.patience)
    endOfPatience = end
    let left = clock.now.duration(to: end)
    return left > .zero ? left : nil
  }

  private func obey(_ text: String, typedBelow screen: Int?) {
    let now = Lines(app.frame, app.state)
    let shown = screen.flatMap { printed[$0] } ?? now
    switch shown.answer(to: text, now: now) {
    case .events(let events):
      for event in events { app.send(event) }
      if let copied = app.takeCopied() { Output.print(copied) }
    case .unknown: Output.print(Lines.unknown(text, app.state))
    case .changed: Output.print(Lines.changed(app.state))
    }
    Output.print()
  }
}
