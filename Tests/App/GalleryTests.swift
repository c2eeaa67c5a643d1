import Cells
import Foundation
import Loyalty
import Testing
import Themes

@testable import App

/// Pictures of all screens, for people to look at: `Tests/gallery` runs this and makes PNGs of them.
struct GalleryTests {
  /// What `Tests/gallery` was asked for; each is a list of words.
  private struct Order {
    let folder: URL
    private let words: [String: String]

    static let isGiven = ProcessInfo.processInfo.environment["LOYALHUB_GALLERY"] != nil

    init() throws {
      words = ProcessInfo.processInfo.environment
      folder = URL(filePath: try #require(words["LOYALHUB_GALLERY"]), directoryHint: .isDirectory)
    }

    func list(_ name: String, _ all: [String]) -> [String] {
      let asked = words["LOYALHUB_GALLERY_\(name)"].map {
        $0.split(separator: ",").map(String.init)
      }
      return asked.flatMap { $0.isEmpty ? nil : $0 } ?? all
    }
  }

  private static let accents = ["coffee": "#c4621a", "pharmacy": "#127a5c", "books": "#8a2c5c"]
  private static let depths: [String: ColorDepth] = [
    "direct": .trueColor, "256": .palette256, "16": .palette16, "mono": .mono,
  ]

  @Test(.enabled(if: Order.isGiven)) func `each screen is a picture`() async throws {
    let order = try Order()
    let pictures = GalleryPictures(keepingIn: order.folder.appending(path: "cache"))
    try FileManager.default.createDirectory(at: order.folder, withIntermediateDirectories: true)
    var count = 0
    for name in order.list("SCREENS", GoldenTests.Screen.allCases.map(\.rawValue)) {
      let screen = try #require(GoldenTests.Screen(rawValue: name), "there is no screen \(name)")
      for size in order.list("SIZES", ["40x15", "80x24", "120x40", "200x60"]) {
        let sides = size.split(separator: "x").compactMap { Int($0) }
        try #require(sides.count == 2, "a size is like 80x24, not \(size)")
        for language in order.list("LANGUAGES", ["ru", "en"]) {
          var state = try GoldenTests().state(
            screen, Size(width: sides[0], height: sides[1]), language == "ru" ? .russian : .english)
          try pictures.hang(in: &state)
          count += try await draw(state, "\(name)-\(size)-\(language)", pictures, order)
        }
      }
    }
    #expect(count > 0)
  }

  private func draw(
    _ state: State, _ name: String, _ pictures: GalleryPictures, _ order: Order
  ) async throws -> Int {
    var count = 0
    for brand in order.list("BRANDS", ["coffee", "pharmacy", "books"]) {
      let accent = try #require(Self.accents[brand], "there is no brand \(brand)")
      for ground in order.list("GROUNDS", ["dark", "light"]) {
        for colors in order.list("COLORS", ["direct"]) {
          var state = state
          let face = try pictures.picture("card-face", of: brand, x: 75)
          state.home.contents.program?.brand = Brand(theme: brand, accent: accent, picture: face)
          state.settings.look.depth = try #require(
            Self.depths[colors], "no such colours: \(colors)")
          state.settings.look.isTerminalLight = ground == "light"
          state.dress()
          await pictures.settle(&state)
          let suffix = colors == "direct" ? "" : "-\(colors)"
          let file = order.folder.appending(path: "\(name)-\(brand)-\(ground)\(suffix).svg")
          try FrameImage(of: view(state), in: state.theme).svg
            .write(to: file, atomically: false, encoding: .utf8)
          count += 1
        }
      }
    }
    return count
  }
}
