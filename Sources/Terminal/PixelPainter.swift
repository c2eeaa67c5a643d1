import Cells

/// Writes pictures over what a frame shows already: ncurses knows nothing of pixels.
struct PixelPainter {
  private var kitty: KittyPainter
  private var sixel = SixelPainter()

  /// - Parameter lastImage: the number before that of the first image.
  init(lastImage: UInt32) {
    kitty = KittyPainter(lastImage: lastImage)
  }

  /// Whether a part of what was asked for last is still to come.
  var hasMore: Bool { kitty.hasMore || sixel.hasMore }

  func hasImage(_ number: UInt32) -> Bool { kitty.hasImage(number) }

  /// - Parameter grid: what the screen shows now.
  mutating func bytes(
    for placed: [PlacedPixels], on grid: Grid, _ palette: ColorEncoding
  ) -> [UInt8] {
    let wanted = placed.filter { !$0.seen.isEmpty && $0.seen.intersection(grid.bounds) == $0.seen }
    let bytes =
      kitty.bytes(for: wanted.filter { $0.pixels.display.form == .kitty })
      + sixel.bytes(for: wanted.filter { $0.pixels.display.form == .sixel }, on: grid, palette)
    return bytes.isEmpty ? [] : Array("\u{1B}7".utf8) + bytes + Array("\u{1B}[m\u{1B}8".utf8)
  }

  /// The screen holds none any more, or something else: the next frame shows all of them anew.
  mutating func forget() {
    kitty.forget()
    sixel.forget()
  }

  /// Takes all of them off the screen and out of the terminal's memory.
  mutating func leave() -> [UInt8] {
    sixel.forget()
    return kitty.leave()
  }

  /// What takes them off the screen at any moment, also in the middle of one.
  var restore: [UInt8] { kitty.restore }

  static func move(to place: Rect) -> String { "\u{1B}[\(place.y + 1);\(place.x + 1)H" }
}
