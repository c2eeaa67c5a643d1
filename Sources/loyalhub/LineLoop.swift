import App
import Client
@preconcurrency import Glibc

/// The app as lines: prints a screen, reads a choice, until the input ends.
struct LineLoop {
  let app: HeadlessApp

  func run() -> Int32 {
    while !app.hasQuit {
      _ = app.settle(seconds: 20)
      let lines = Lines(app.frame, app.state)
      for line in lines.text { print(line) }
      print(lines.prompt, terminator: "")
      fflush(stdout)
      guard let typed = readLine() else {
        print("")
        return 0
      }
      guard let events = lines.events(for: typed) else {
        print(Lines.unknown(typed, app.state))
        continue
      }
      for event in events { app.send(event) }
      if let text = app.takeCopied() { print(text) }
      print("")
    }
    return 0
  }
}
