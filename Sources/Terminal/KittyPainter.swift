import Cells
import FoundationEssentials

/// Pictures by kitty's graphics protocol: an image is sent once, by a number of ours, and placed and
/// taken away as frames want it.
///
/// https://sw.kovidgoyal.net/kitty/graphics-protocol/. Of what goes wrong the terminal tells (`q=1`);
/// of what is taken away nothing (`q=2`).
struct KittyPainter {
  private struct Image {
    let number: UInt32
    let pixels: Pixels
  }

  private struct Placement {
    let image: UInt32
    let number: Int
    var placed: PlacedPixels
  }

  /// Whole in the terminal, the oldest first.
  private var images: [Image] = []
  /// The one that is on its way, and how much of it was sent.
  private var sending: (image: Image, sent: Int)?
  private var shown: [Placement] = []
  /// Numbers of images that the terminal still has, and that are not known any more.
  private var left: [UInt32] = []
  /// Whether something else has been written since the last part of an image.
  private var isCut = false
  private var lastImage: UInt32
  private var lastPlacement = 0
  private(set) var hasMore = false

  /// Bytes of pixels in one frame: what a key waits for.
  static let mostBytes = 64 * 1024
  /// Bytes of all images, four for each pixel, beyond what one frame shows.
  static let mostKept = 16 << 20
  /// As base64 4,096 bytes, the most that one sequence may have.
  private static let chunk = 3072

  init(lastImage: UInt32) {
    self.lastImage = lastImage
  }

  func hasImage(_ number: UInt32) -> Bool {
    images.contains { $0.number == number } || sending?.image.number == number
  }

  mutating func bytes(for wanted: [PlacedPixels]) -> [UInt8] {
    hasMore = false
    guard !wanted.isEmpty || !shown.isEmpty || !left.isEmpty || sending != nil else { return [] }
    var text = takeLeft()
    let gone = shown.filter { !wanted.contains($0.placed) }
    let new = wanted.filter { place in !shown.contains { $0.placed == place } }
    guard !gone.isEmpty || !new.isEmpty || sending != nil else { return Array(text.utf8) }
    shown.removeAll { old in gone.contains { $0.number == old.number } }
    var bytes: [UInt8] = []
    // Between the parts of an image nothing else of the protocol may stand.
    if let image = sending?.image {
      let isWanted = wanted.contains { $0.pixels == image.pixels }
      let isAlone = gone.isEmpty && !new.contains { place in number(of: place.pixels) != nil }
      if isWanted, isAlone {
        send(atMost: Self.mostBytes, into: &bytes)
        guard sending == nil else { return bytes }
      } else if isWanted, rest <= Self.mostBytes {
        send(atMost: 2 * Self.mostBytes, into: &bytes)
      } else {
        text += drop() + takeLeft()
      }
    }
    bytes += text.utf8
    bytes += placements(of: new, after: gone, used: bytes.count)
    return bytes
  }

  /// Takes away what is gone, and shows what is new, as far as it may be sent in one frame.
  private mutating func placements(
    of new: [PlacedPixels], after gone: [Placement], used: Int
  ) -> [UInt8] {
    var (bytes, free) = ([UInt8](), gone)
    for place in new {
      guard let image = number(of: place.pixels) else { continue }
      // Moved rather than taken away and put again.
      let old = free.firstIndex { $0.image == image }.map { free.remove(at: $0) }
      bytes += put(place, image: image, as: old?.number).utf8
    }
    for old in free { bytes += Self.delete(old).utf8 }
    for place in new where !shown.contains(where: { $0.placed == place }) {
      if let image = number(of: place.pixels) {
        bytes += put(place, image: image, as: nil).utf8
        continue
      }
      guard used + bytes.count < Self.mostBytes else {
        hasMore = true
        return bytes
      }
      bytes += makeRoom(for: place.pixels, beside: shown.map(\.image)).utf8
      lastImage &+= 1
      sending = (Image(number: lastImage, pixels: place.pixels), 0)
      send(atMost: Self.mostBytes - used - bytes.count, into: &bytes)
      guard sending == nil else { return bytes }
      bytes += put(place, image: lastImage, as: nil).utf8
    }
    return bytes
  }

  private func number(of pixels: Pixels) -> UInt32? {
    images.first { $0.pixels == pixels }?.number
  }

  private var rest: Int {
    sending.map { ($0.image.pixels.bytes.count - $0.sent) * 4 / 3 } ?? 0
  }

  /// Sends more of the image that is on its way, at least one part of it.
  private mutating func send(atMost limit: Int, into bytes: inout [UInt8]) {
    guard case (let image, var sent)? = sending else { return }
    let all = image.pixels.bytes
    let end = bytes.count + limit
    repeat {
      let part = all[sent...].prefix(Self.chunk)
      let head =
        sent == 0
        ? "a=t,f=32,o=z,t=d,s=\(image.pixels.width),v=\(image.pixels.height),i=\(image.number),q=1"
        : "q=1"
      sent += part.count
      bytes += "\u{1B}_G\(head),m=\(sent < all.count ? 1 : 0);".utf8
      bytes += Data(part).base64EncodedData()
      bytes += "\u{1B}\\".utf8
    } while sent < all.count && bytes.count < end
    sending = sent < all.count ? (image, sent) : nil
    hasMore = sending != nil
    if sending == nil { images.append(image) }
  }

  /// Gives up the image that is on its way.
  private mutating func drop() -> String {
    guard let image = sending?.image else { return "" }
    sending = nil
    left.append(image.number)
    return "\u{1B}_Gm=0,q=2;\u{1B}\\"
  }

  private mutating func put(_ place: PlacedPixels, image: UInt32, as number: Int?) -> String {
    if number == nil { lastPlacement += 1 }
    let placement = Placement(image: image, number: number ?? lastPlacement, placed: place)
    shown.append(placement)
    let (cell, seen) = (place.pixels.display.cell, place.seen)
    let x = (seen.x - place.place.x) * cell.width
    let y = (seen.y - place.place.y) * cell.height
    return PixelPainter.move(to: seen)
      + "\u{1B}_Ga=p,i=\(image),p=\(placement.number),x=\(x),y=\(y),w=\(seen.width * cell.width),"
      + "h=\(seen.height * cell.height),c=\(seen.width),r=\(seen.height),C=1,q=1\u{1B}\\"
  }

  /// Takes the oldest images away that no frame shows.
  private mutating func makeRoom(for pixels: Pixels, beside shown: [UInt32]) -> String {
    func size(_ pixels: Pixels) -> Int { pixels.width * pixels.height * 4 }
    var sum = images.reduce(size(pixels)) { $0 + size($1.pixels) }
    var text = ""
    for image in images where sum > Self.mostKept && !shown.contains(image.number) {
      sum -= size(image.pixels)
      images.removeAll { $0.number == image.number }
      text += Self.delete(image.number)
    }
    return text
  }

  private static func delete(_ placement: Placement) -> String {
    "\u{1B}_Ga=d,d=i,i=\(placement.image),p=\(placement.number),q=2\u{1B}\\"
  }

  /// With all its placements, and out of the terminal's memory.
  private static func delete(_ image: UInt32) -> String {
    "\u{1B}_Ga=d,d=I,i=\(image),q=2\u{1B}\\"
  }

  mutating func forget() {
    left += images.map(\.number)
    (images, shown) = ([], [])
    isCut = sending != nil
  }

  mutating func leave() -> [UInt8] {
    forget()
    return Array(takeLeft().utf8)
  }

  private mutating func takeLeft() -> String {
    var text = ""
    if isCut { text += drop() }
    isCut = false
    text += left.map(Self.delete).joined()
    left = []
    return text
  }

  /// On a screen that is ours alone all of them are ours.
  var restore: [UInt8] {
    guard !shown.isEmpty || !images.isEmpty || sending != nil || !left.isEmpty else { return [] }
    return Array("\u{1B}_Ga=d,d=A,q=2\u{1B}\\".utf8)
  }
}
