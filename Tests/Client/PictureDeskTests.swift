import App
import Cells
import FoundationEssentials
import Glibc
import Loyalty
import Synchronization
import TestSupport
import Testing
import Themes

@testable import Client

/// A picture comes once, is what its digest says, and what goes wrong is told as what it is.
struct PictureDeskTests {
  private struct Nothing: Error {}

  private let folder = TemporaryFolder()
  private let picture: [UInt8] = Array("a picture".utf8)
  private let log = Lines()

  /// Lines of the log.
  private final class Lines: Sendable {
    let lines = Mutex([String]())
  }

  private func wish(_ width: Int = 23, of bytes: [UInt8]? = nil) -> PictureWish {
    PictureWish(
      Picture(sha256: Picture.digest(of: bytes ?? picture)), size: Size(width: width, height: 6),
      ground: .terminal, depth: .trueColor)
  }

  private func desk(
    _ drawing: @escaping PictureDrawing = { _, wish in Grid(wish.size) }
  ) -> PictureDesk {
    let log = log
    return PictureDesk(
      cache: PictureCache(folder: folder.path + "/pictures"),
      log: { line in log.lines.withLock { $0.append(line) } }, drawing: drawing)
  }

  @Test func `it is fetched once for any number of places, and then never again`() async {
    let (desk, picture) = (desk(), picture)
    let asked = Mutex(0)
    let gate = Gate()
    let fetch: PictureDesk.Fetch = { _ in
      asked.withLock { $0 += 1 }
      await gate.wait()
      return picture
    }
    async let one = desk.bring(wish(), fetch: fetch)
    async let other = desk.bring(wish(40), fetch: fetch)
    gate.open()
    let events = await [one, other]
    #expect(events.allSatisfy { if case .drawn = $0 { true } else { false } })
    _ = await desk.bring(wish(50)) { _ in
      Issue.record("It was on the disk")
      return []
    }
    #expect(asked.withLock(\.self) == 1)
  }

  @Test func `bytes with another digest are none, and are not kept`() async {
    let event = await desk().bring(wish()) { _ in Array("something else".utf8) }
    #expect(event == .failed(sha256: wish().sha256, .unusable))
    #expect(desk().cache.bytes(of: wish().sha256) == nil)
    #expect(log.lines.withLock(\.count) == 1)
  }

  @Test func `more bytes than a picture may have are none, and the log says how many`() async {
    let large = [UInt8](repeating: 7, count: Picture.Limit.bytes + 1)
    let event = await desk().bring(wish(of: large)) { _ in large }
    #expect(event == .failed(sha256: wish(of: large).sha256, .unusable))
    #expect(log.lines.withLock { $0.first?.contains("512001 bytes; 512000 is the most") } == true)
  }

  @Test(arguments: ["exec /usr/bin/yes", "exit 3", "kill -KILL $$", "echo LHA1; exec >&- <&-"])
  func `a process that lies or dies costs its picture`(script: String) async throws {
    let program = folder.path + "/decoder"
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: program))
    chmod(program, 0o700)
    let desk = PictureDesk.keeping(
      in: Folders(below: folder.path), decodingWith: program,
      clock: CalendarClock(machine: { Instant(milliseconds: 0) }))
    let picture = PictureBytes.png()
    for width in [23, 40] {
      let event = await desk.bring(wish(width, of: picture)) { _ in picture }
      #expect(event == .failed(sha256: wish(of: picture).sha256, .unusable))
    }
  }

  @Test(arguments: [PictureFailure.away, .missing])
  func `what the server says is what is told`(failure: PictureFailure) async {
    let event = await desk().bring(wish()) { _ throws(PictureFailure) in throw failure }
    #expect(event == .failed(sha256: wish().sha256, failure))
  }

  @Test func `what cannot be drawn leaves a line in the log`() async {
    let picture = picture
    let event = await desk { _, _ in throw Nothing() }.bring(wish()) { _ in picture }
    #expect(event == .failed(sha256: wish().sha256, .unusable))
    #expect(log.lines.withLock { $0.first?.contains("Nothing") } == true)
  }

  @Test func `a drawing of another size is none`() async {
    let picture = picture
    let event = await desk { _, _ in Grid(Size(width: 2, height: 2)) }.bring(wish()) { _ in picture
    }
    #expect(event == .failed(sha256: wish().sha256, .unusable))
  }
}
