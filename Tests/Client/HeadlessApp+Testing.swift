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
  func wait(
    _ what: String, _ location: SourceLocation = #_sourceLocation,
    until isThere: (HeadlessApp) -> Bool
  ) throws {
    guard wait(seconds: 240, until: isThere) else {
      Issue.record("\(what) did not come:\n\(frame.grid.text)", sourceLocation: location)
      throw Missing()
    }
  }

  struct Missing: Error {}

  func text(_ id: Element.ID) -> String? {
    frame.elements.first { $0.id == id }?.text.replacing("\u{A0}", with: " ")
  }
}
