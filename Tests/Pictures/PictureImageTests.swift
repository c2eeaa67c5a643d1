import Loyalty
import Testing

@testable import Pictures

struct PictureImageTests {
  private static func scaled(_ image: PictureImage, _ width: Int, _ height: Int) -> PictureImage {
    image.scaled(
      PicturePlacing(
        of: (image.width, image.height), in: (width, height), shape: (image.width, image.height),
        fit: .cover, focus: nil))
  }

  @Test func `a pixel is the mean of what it covers`() throws {
    let image = try Drawn.image(6, 2) { x, y in (UInt8(x * 10), UInt8(y * 100), 7, 255) }
    let scaled = Self.scaled(image, 3, 1)
    #expect(scaled.rgba == [5, 50, 7, 255, 25, 50, 7, 255, 45, 50, 7, 255])
    // A third of the way through a pixel.
    let odd = Self.scaled(image, 4, 1)
    #expect(odd.rgba[0] == 3)
    #expect(odd.rgba[4] == 17)
  }

  @Test func `what cannot be seen colours nothing`() throws {
    let image = try Drawn.image(2, 1) { x, _ in x == 0 ? (200, 100, 50, 255) : (0, 255, 0, 0) }
    #expect(Self.scaled(image, 1, 1).rgba == [200, 100, 50, 128])
  }

  @Test func `a small picture becomes larger with its edges`() throws {
    let image = try Drawn.image(2, 1) { x, _ in x == 0 ? Drawn.orange : Drawn.paper }
    let scaled = Self.scaled(image, 8, 4)
    #expect(
      (0..<8).map { scaled.rgba[$0 * 4] == Drawn.orange.0 } == [
        true, true, true, true, false, false, false, false,
      ])
  }

  @Test func `bytes that do not fit are no image`() {
    #expect(PictureImage(width: 2, height: 2, rgba: [0, 0, 0, 0]) == nil)
    #expect(PictureImage(width: 0, height: 2, rgba: []) == nil)
  }
}
