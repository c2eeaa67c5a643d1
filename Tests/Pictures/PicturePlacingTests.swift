import Cells
import Loyalty
import Testing

@testable import Pictures

struct PicturePlacingTests {
  /// Three stripes side by side, or one above the other.
  private static func stripes(isWide: Bool) throws -> PictureImage {
    try Drawn.image(isWide ? 300 : 100, isWide ? 100 : 300) { x, y in
      [Drawn.orange, Drawn.paper, Drawn.green][(isWide ? x : y) / 100]
    }
  }

  private static func scaled(
    _ image: PictureImage, _ fit: Picture.Fit, _ focus: Picture.Focus? = nil
  ) -> PictureImage {
    image.scaled(
      PicturePlacing(
        of: (image.width, image.height), in: (40, 40), shape: (1, 1), fit: fit, focus: focus))
  }

  @Test(arguments: [
    (nil, Drawn.paper.0), (Picture.Focus(x: 0, y: 0), Drawn.orange.0),
    (Picture.Focus(x: 10, y: 10), Drawn.orange.0), (Picture.Focus(x: 50, y: 50), Drawn.paper.0),
    (Picture.Focus(x: 100, y: 100), Drawn.green.0),
  ])
  func `what is cut off is what is far from the focus`(
    focus: Picture.Focus?, red: UInt8
  ) throws {
    for isWide in [true, false] {
      let image = Self.scaled(try Self.stripes(isWide: isWide), .cover, focus)
      #expect(Set(stride(from: 0, to: image.rgba.count, by: 4).map { image.rgba[$0] }) == [red])
    }
  }

  @Test func `a focus between two parts shows half of each`() throws {
    let image = Self.scaled(try Self.stripes(isWide: true), .cover, Picture.Focus(x: 33, y: 50))
    #expect(image.rgba[0] == Drawn.orange.0)
    #expect(image.rgba[39 * 4] == Drawn.paper.0)
  }

  @Test func `all of a picture stands in the middle of its place`() throws {
    let wide = Self.scaled(try Self.stripes(isWide: true), .contain)
    let alphas = (0..<40).map { wide.rgba[($0 * 40 + 20) * 4 + 3] }
    #expect(alphas.filter { $0 == 255 }.count == 13)
    #expect(alphas.first == 0 && alphas.last == 0)
    let high = Self.scaled(try Self.stripes(isWide: false), .contain)
    #expect((0..<40).filter { high.rgba[($0 + 20 * 40) * 4 + 3] == 255 }.count == 13)
    #expect(high.rgba[20 * 4] == Drawn.orange.0)
    #expect(high.rgba[(39 * 40 + 20) * 4] == Drawn.green.0)
  }

  @Test func `the shape of cells counts, not that of samples`() {
    // Cells of 10×20 pixels: 20 by 10 of them are a square.
    let placing = PicturePlacing(
      of: (100, 100), in: (160, 160), shape: (200, 200), fit: .cover, focus: nil)
    #expect(placing.source == Rect(x: 0, y: 0, width: 25_600, height: 25_600))
    let narrow = PicturePlacing(
      of: (100, 100), in: (160, 160), shape: (100, 200), fit: .cover, focus: nil)
    #expect(narrow.source == Rect(x: 6_400, y: 0, width: 12_800, height: 25_600))
  }

  @Test(arguments: [(40, 1), (159, 1), (160, 2), (319, 2), (320, 4), (4_096, 32)])
  func `a large picture is made smaller first, and two pixels of it stay for each`(
    side: Int, step: Int
  ) {
    let placing = PicturePlacing(
      of: (side, side), in: (40, 40), shape: (1, 1), fit: .cover, focus: nil)
    #expect(placing.step == step)
    #expect(step == 1 || side / step >= 80)
  }

  @Test func `a very large picture in a large place is made smaller all the same`() {
    let placing = PicturePlacing(
      of: (4_096, 4_096), in: (1_600, 1_600), shape: (1, 1), fit: .cover, focus: nil)
    #expect(placing.step == 2)
  }

  @Test(arguments: [(1, 1), (1, 4_096), (4_096, 1), (3, 7), (127, 333)])
  func `any shape goes into any place`(width: Int, height: Int) throws {
    let image = try Drawn.image(width, height) { _, _ in Drawn.green }
    for fit in Picture.Fit.allCases {
      for focus in [nil, Picture.Focus(x: 0, y: 100), Picture.Focus(x: 100, y: 0)] {
        for place in [(1, 1), (184, 96), (8, 320)] {
          let scaled = image.scaled(
            PicturePlacing(of: (width, height), in: place, shape: place, fit: fit, focus: focus))
          #expect(scaled.width == place.0 && scaled.height == place.1)
          let seen = stride(from: 0, to: scaled.rgba.count, by: 4).filter {
            scaled.rgba[$0 + 3] == 255
          }
          #expect(!seen.isEmpty)
          #expect(seen.allSatisfy { scaled.rgba[$0] == Drawn.green.0 })
          if fit == .cover { #expect(seen.count == place.0 * place.1) }
        }
      }
    }
  }
}
