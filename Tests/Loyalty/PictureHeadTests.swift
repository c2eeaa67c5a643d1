import Loyalty
import TestSupport
import Testing

/// What a picture says of itself, and what is said of one that lies.
struct PictureHeadTests {
  private static let good: [(kind: PictureHead.Kind, bytes: [UInt8], head: Int)] = [
    (.png, PictureBytes.png(), 41), (.jpeg, PictureBytes.jpeg(), 25),
    (.jpeg, PictureBytes.jpeg(frame: 0xC2), 25), (.webp, PictureBytes.lossy(), 30),
    (.webp, PictureBytes.lossless(), 25), (.webp, PictureBytes.extended(), 30),
  ]

  @Test(arguments: good.indices)
  func `a head says kind and size, and is needed as a whole`(index: Int) throws {
    let (kind, bytes, length) = Self.good[index]
    let head = try PictureHead(checking: bytes, as: kind)
    #expect(head.kind == kind && head.width == 3 && head.height == 2 && !head.isAnimated)
    for count in 0..<bytes.count {
      let part = Array(bytes.prefix(count))
      guard count < length else {
        #expect(try PictureHead(part) == head, "\(count) bytes")
        continue
      }
      let fault = #expect(throws: PictureFault.self) { try PictureHead(part) }
      #expect([.noPicture, .cutShort, .broken].contains(fault), "\(count) bytes")
    }
  }

  private static let bad: [(bytes: [UInt8], fault: PictureFault)] = [
    (PictureBytes.png(width: 20_000), .tooWide(width: 20_000, height: 2)),
    (PictureBytes.jpeg(height: 4097), .tooWide(width: 3, height: 4097)),
    (PictureBytes.lossless(width: 16_384), .tooWide(width: 16_384, height: 2)),
    (PictureBytes.png(before: [("acTL", [UInt8](repeating: 0, count: 8))]), .animated),
    (PictureBytes.extended(flags: 2), .animated),
    (Array("GIF89a".utf8) + [3, 0, 2, 0, 0, 0, 0], .noPicture), ([], .empty),
    (Array("<svg/>".utf8), .noPicture), (PictureBytes.png(width: 0), .broken),
    (PictureBytes.jpeg(height: 0), .broken), (PictureBytes.jpeg(frame: 0xDA), .broken),
    (
      PictureBytes.png() + [UInt8](repeating: 0, count: 512_000),
      .tooLarge(bytes: 512_000 + PictureBytes.png().count)
    ),
  ]

  @Test(arguments: bad.indices)
  func `what cannot be shown is told`(index: Int) {
    let (bytes, fault) = Self.bad[index]
    #expect(throws: fault) { try PictureHead(checking: bytes) }
    #expect(!fault.words(in: .english).isEmpty)
    #expect(fault.words(in: .english) != fault.words(in: .russian))
  }

  @Test func `the largest is still taken, and another kind than is said is not`() throws {
    let head = try PictureHead(checking: PictureBytes.png(width: 4096, height: 4096))
    #expect(head.width == 4096)
    let fault = PictureFault.otherKind(.jpeg, said: .png)
    #expect(throws: fault) { try PictureHead(checking: PictureBytes.jpeg(), as: .png) }
    #expect(fault.words(in: .english).contains("JPEG"))
  }

  @Test func `a chunk before the pixels is passed over, whatever its length`() throws {
    let bytes = PictureBytes.png(before: [("eXIf", [UInt8](repeating: 0xFF, count: 300))])
    #expect(try PictureHead(bytes).width == 3)
    var endless = PictureBytes.png(before: [("eXIf", [1])])
    endless.replaceSubrange(33..<37, with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(throws: PictureFault.cutShort) { try PictureHead(endless) }
  }

  @Test(
    arguments: [
      ("a.PNG", PictureHead.Kind.png), ("a.jpg", .jpeg), ("b.jpeg", .jpeg), ("c.d.webp", .webp),
      ("png", nil), ("a.gif", nil), ("", nil),
    ] as [(String, PictureHead.Kind?)])
  func `a name tells its kind`(name: String, kind: PictureHead.Kind?) {
    #expect(PictureHead.Kind(fileName: name) == kind)
  }

  @Test func `random bytes after any beginning never trap`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let (_, bytes, _) = Self.good[Int.random(in: 0..<Self.good.count, using: &random)]
      var changed = bytes
      for _ in 0..<4 {
        changed[Int.random(in: 0..<changed.count, using: &random)] = .random(in: 0...255)
      }
      _ = try? PictureHead(checking: changed)
    }
  }
}
