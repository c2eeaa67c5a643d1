import App
import Cells
import Content
import Contract
import Foundation
import HTTPTypes
import InProcess
import Loyalty
import Synchronization
import TestSupport
import Testing

@testable import Client

/// A picture on its way from a file of this machine into a screen on the server.
@Suite(.serialized) struct PictureUploadTests {
  private static let boris = "+7 903 111-22-33"
  private static let picture = PictureBytes.png(width: 16, height: 8)
  private static let digest = Picture.digest(of: picture)

  /// The editor with a new block for a picture, its sheet open.
  private func onSheet(_ app: HeadlessApp) throws {
    try app.wait("the screens") { $0.state.screens.contents.screens != nil && $0.isIdle }
    app.send(.action(.screens(.open(slug: "about"))))
    app.send(.action(.editor(.openHere)))
    try app.wait("the editor") { $0.state.editor != nil && $0.isIdle }
    app.send(.action(.editor(.add)))
    app.send(.action(.editor(.pickKind(try #require(Block.Kind.all.firstIndex(of: .image))))))
    // The caret is in the words for it; the picture stands above them.
    for key in [Key(.escape), Key(.home), Key(.enter)] { app.send(.input(.key(key))) }
    #expect(app.state.sheets.last == .editor(.picture))
  }

  private func digests(_ app: HeadlessApp) -> Set<String> {
    app.state.editor?.screen.pictures ?? []
  }

  @Test(arguments: Wiring.allCases)
  func `a file is looked at, sent and shown`(wiring: Wiring) throws {
    let wired = try wiring.open()
    defer { wired.stop() }
    let app = try wired.signedIn(Self.boris)
    try Data(Self.picture).write(to: URL(filePath: wired.home + "/my cup.png"))
    try onSheet(app)
    app.send(.input(.paste("~/my cup.png")))
    try app.wait("the file") { $0.text("picture.lead")?.hasPrefix("my cup.png: PNG, 16×8") == true }
    app.send(.action(.form(.submit)))
    try app.wait("the picture in the block") { digests($0) == [Self.digest] && $0.isIdle }
    app.send(.action(.editor(.save)))
    try app.wait("the screen") { $0.state.editor?.isDirty == false && $0.isIdle }
    // What is wrong with others is told without a request.
    try onSheetAgain(app)
    for (name, bytes, words) in [
      ("none.png", nil, "No such file"), ("empty.png", [], "is empty"),
      ("text.png", Array("hello".utf8), "no PNG"),
      ("half.png", Array(Self.picture.prefix(20)), "cut short"),
      ("big.png", Self.picture + [UInt8](repeating: 0, count: 700_000), "700 kB"),
    ] as [(String, [UInt8]?, String)] {
      if let bytes { try Data(bytes).write(to: URL(filePath: wired.home + "/" + name)) }
      app.send(.input(.paste("~/\(name)")))
      try app.wait(name) { $0.text("picture.lead")?.contains(words) == true }
    }
    app.send(.input(.paste("~/")))
    try app.wait("a folder") { $0.text("picture.lead")?.contains("is a folder") == true }
  }

  private func onSheetAgain(_ app: HeadlessApp) throws {
    app.send(.input(.key(Key(.enter))))
    try app.wait("the sheet") { $0.state.sheets.last == .editor(.picture) }
  }
}
