import App
import Cells
public import Loyalty
import PictureDecoding
import Pictures

extension PictureDesk {
  /// Keeps pictures in a folder for what can be fetched again, and has them decoded by a process of
  /// its own.
  ///
  /// - Parameter program: what is started for that; a program of ours that knows `PictureChild.verb`.
  public static func keeping(
    in folders: Folders, decodingWith program: String = "/proc/self/exe", clock: CalendarClock
  ) -> PictureDesk {
    let decoder = PictureDecoder(program: program)
    return PictureDesk(
      cache: PictureCache(folder: folders.cache + "/pictures"),
      log: { Log.shared.write($0, at: clock.machine) },
      drawing: { bytes, wish in try decoder.grid(bytes, wish) },
      painting: { bytes, wish, display in try decoder.pixels(bytes, wish, display) })
  }
}

extension PictureDecoder {
  /// The picture in the cells that a place asks for.
  fileprivate func grid(_ bytes: [UInt8], _ wish: PictureWish) throws(PictureProblem) -> Grid {
    guard let colors = PictureColors(wish.depth) else { throw .noPlace }
    let request = PictureRequest(
      bytes, size: wish.size, fit: wish.fit, focus: wish.focus, ground: PictureGround(wish.ground),
      form: .cells(colors))
    switch try decode(request) {
    case .cells(let cells): return Grid(cells)
    case .sixel, .kitty: throw .nonsense
    }
  }

  /// The picture in the pixels of a terminal.
  fileprivate func pixels(
    _ bytes: [UInt8], _ wish: PictureWish, _ display: PixelDisplay
  ) throws(PictureProblem) -> Pixels {
    let form: PictureRequest.Form =
      switch display.form {
      case .kitty: .kitty
      case .sixel: .sixel
      }
    let request = PictureRequest(
      bytes, size: wish.size, cell: display.cell, fit: wish.fit, focus: wish.focus,
      ground: PictureGround(wish.ground), form: form)
    switch try decode(request) {
    case .sixel(let sequence): return Pixels(sequence, size: wish.size, on: display)
    case .kitty(let pixels): return Pixels(pixels.deflated, size: wish.size, on: display)
    case .cells: throw .nonsense
    }
  }
}

extension PictureGround {
  /// Of the terminal's own ground nobody knows the colour: it is taken for black.
  fileprivate init(_ color: Color) {
    switch color {
    case .terminal: self.init(color, red: 0, green: 0, blue: 0)
    case .palette(let index):
      let rgb = PaletteColor.rgb(of: index)
      self.init(color, red: UInt8(rgb.red), green: UInt8(rgb.green), blue: UInt8(rgb.blue))
    case .rgb(let red, let green, let blue):
      self.init(color, red: red, green: green, blue: blue)
    }
  }
}

extension Grid {
  fileprivate init(_ picture: PictureCells) {
    self.init(picture.size)
    for y in 0..<picture.size.height {
      for x in 0..<picture.size.width {
        let cell = picture[x, y]
        put(String(cell.symbol.scalar), x: x, y: y, Style(cell.foreground, on: cell.background))
      }
    }
  }
}
