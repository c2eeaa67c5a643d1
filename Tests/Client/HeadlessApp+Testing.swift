import App
import Cells
import Client
import Loyalty
import Testing
import Themes
import Transport

extension Launch {
  static func member(
    _ transport: any Transport, home: String, demo: DemoServer? = nil
  ) throws -> Launch {
    try Launch(
      transport: transport, folders: Folders(below: home), account: "test",
      size: Size(width: 80, height: 24),
      settings: Settings(language: .english, look: try Look(depth: .palette256)), demo: demo)
  }
}

extension HeadlessApp {
  /// Waits for something that must come.
  ///
  /// The limit is sixty seconds at whose ends nothing is under way: as long as a task is, a slow
  /// machine is only slow.
  func wait(
    _ what: String, _ location: SourceLocation = #_sourceLocation,
    until isThere: (HeadlessApp) -> Bool
  ) throws {
    var idleSeconds = 0
    while idleSeconds < 60 {
      if wait(seconds: 1, until: isThere) { return }
      if isIdle { idleSeconds += 1 }
    }
    Issue.record("\(what) did not come:\n\(frame.grid.text)", sourceLocation: location)
    throw Missing()
  }

  struct Missing: Error {}

  func text(_ id: Element.ID) -> String? {
    frame.elements.first { $0.id == id }?.text.replacing("\u{A0}", with: " ")
  }
}
