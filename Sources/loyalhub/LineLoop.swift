import App
import Client
import Loyalty
import Output

/// The app as lines: prints a screen, reads a choice, until the input ends.
struct LineLoop {
  let app: HeadlessApp

  func run() -> Int32 {
    while !app.hasQuit, !Output.isBroken {
      _ = app.settle(seconds: 20)
      let lines = Lines(app.frame, app.state)
      for line in lines.text { Output.print(line) }
      Output.print(lines.prompt, terminator: "")
      guard !Output.isBroken, let line = readLine() else {
        Output.print()
        return 0
      }
      let typed = String(decoding: line.utf8.withoutByteOrderMark, as: UTF8.self)
      guard let events = lines.events(for: typed) else {
        Output.print(Lines.unknown(typed, app.state))
        continue
      }
      for event in events { app.send(event) }
      if let text = app.takeCopied() { Output.print(text) }
      Output.print()
    }
    return 0
  }
}
