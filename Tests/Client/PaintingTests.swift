import App
import Cells
import Loyalty
import Synchronization
import TestSupport
import Testing
import Themes

@testable import Client

/// A picture in pixels is what was asked for, or its cells stay.
struct PaintingTests {
  private let folder = TemporaryFolder()
  private let picture: [UInt8] = Array("a picture".utf8)
  private let log = Lines()

  /// Lines of the log.
  private final class Lines: Sendable {
    let lines = Mutex([String]())
  }

  private func wish(_ form: PixelForm) -> PictureWish {
    PictureWish(
      Picture(sha256: Picture.digest(of: picture)), size: Size(width: 20, height: 6),
      ground: .terminal, depth: .trueColor,
      display: PixelDisplay(form, cell: Size(width: 10, height: 20)))
  }

  private func bring(_ wish: PictureWish, _ painting: PicturePainting?) async -> PicturesEvent {
    let (log, picture) = (log, picture)
    let desk = PictureDesk(
      cache: PictureCache(folder: folder.path + "/pictures"),
      log: { line in log.lines.withLock { $0.append(line) } },
      drawing: { _, wish in
        Issue.record("cells were not asked for")
        return Grid(wish.size)
      }, painting: painting)
    return await desk.bring(wish) { _ in picture }
  }

  @Test func `it is painted for the terminal that asks`() async {
    let event = await bring(wish(.kitty)) { bytes, wish, display in
      Pixels(bytes, size: wish.size, on: display)
    }
    let wish = wish(.kitty)
    let pixels = Pixels(
      picture, size: wish.size,
      on: PixelDisplay(.kitty, cell: Size(width: 10, height: 20)))
    #expect(event == .painted(wish, pixels))
  }

  @Test func `what cannot be painted leaves a line in the log`() async {
    let event = await bring(wish(.sixel)) { _, _, _ in throw PictureFailure.unusable }
    #expect(event == .unpainted(wish(.sixel)))
    #expect(log.lines.withLock(\.count) == 1)
    #expect(await bring(wish(.sixel), nil) == .unpainted(wish(.sixel)))
  }

  @Test(arguments: [(PixelForm.kitty, 2 << 20), (.sixel, 256 << 10)])
  func `what is too large to be sent, or of another size, is none`(
    form: PixelForm, most: Int
  ) async {
    for (count, isPainted) in [(most, true), (most + 1, false)] {
      let event = await bring(wish(form)) { _, wish, display in
        Pixels([UInt8](repeating: 0, count: count), size: wish.size, on: display)
      }
      let wasPainted = if case .painted = event { true } else { false }
      #expect(wasPainted == isPainted)
    }
    let event = await bring(wish(form)) { _, _, display in
      Pixels([1], size: Size(width: 2, height: 2), on: display)
    }
    #expect(event == .unpainted(wish(form)))
  }
}
