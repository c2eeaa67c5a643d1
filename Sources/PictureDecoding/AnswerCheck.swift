import Cells
import Pictures

/// An answer is believed only as far as it is what was asked for: whoever wrote it has read a
/// stranger's file.
struct AnswerCheck {
  let request: PictureRequest

  /// Bytes that an answer can have.
  var limit: Int {
    let pixels = request.pixels.width * request.pixels.height
    return switch request.form {
    case .cells: AnswerWire.headCount + 5 + 9 * request.size.width * request.size.height
    case .sixel: AnswerWire.headCount + 1 + 4 * pixels + 65_536
    case .kitty: AnswerWire.headCount + 5 + 4 * pixels + pixels / 200 + 1_024
    }
  }

  /// - Throws: what the other side says is wrong, or that it makes no sense.
  func answer(_ bytes: [UInt8]) throws(PictureProblem) -> PictureAnswer {
    var reader = ByteReader(bytes)
    guard reader.bytes(AnswerWire.magic.count).map(Array.init) == AnswerWire.magic,
      let count = reader.number(4), count == bytes.count - AnswerWire.headCount,
      let kind = reader.number(1).flatMap({ AnswerWire.Kind(rawValue: UInt8($0)) })
    else { throw .nonsense }
    switch kind {
    case .noLibrary:
      let name = reader.remainder()
      guard let package = Libraries.packages.first(where: { Array($0.utf8) == name }) else {
        throw .nonsense
      }
      throw .noLibrary(package: package)
    case .unreadable:
      let words = reader.remainder().prefix(200).map { (0x20...0x7E).contains($0) ? $0 : 0x3F }
      throw .unreadable(String(decoding: words, as: UTF8.self))
    case .cells:
      guard let cells = cells(&reader) else { throw .nonsense }
      return .cells(cells)
    case .sixel:
      let bytes = reader.remainder()
      let pixels = request.pixels
      guard request.form == .sixel,
        SixelCheck(width: pixels.width, height: pixels.height).accepts(bytes)
      else { throw .nonsense }
      return .sixel(bytes)
    case .kitty:
      guard let pixels = pixels(&reader) else { throw .nonsense }
      return .kitty(pixels)
    }
  }

  private func cells(_ reader: inout ByteReader) -> PictureCells? {
    guard case .cells(let colors) = request.form, reader.number(4) != nil else { return nil }
    var cells: [PictureCells.Cell] = []
    cells.reserveCapacity(request.size.width * request.size.height)
    for _ in 0..<request.size.width * request.size.height {
      guard let symbol = reader.number(1).flatMap({ BlockSymbol(rawValue: UInt8($0)) }),
        let foreground = color(&reader, colors), let background = color(&reader, colors)
      else { return nil }
      cells.append(PictureCells.Cell(symbol, foreground, on: background))
    }
    return reader.isAtEnd ? PictureCells(request.size, cells) : nil
  }

  private func color(_ reader: inout ByteReader, _ colors: PictureColors) -> Color? {
    guard let bytes = reader.bytes(4).map(Array.init) else { return nil }
    switch bytes[0] {
    case 0: return request.ground.color
    case 1:
      return switch colors {
      case .palette256: bytes[1] >= 16 ? .palette(bytes[1]) : nil
      case .palette16: bytes[1] < 16 ? .palette(bytes[1]) : nil
      case .direct: nil
      }
    case 2:
      return colors == .direct ? .rgb(red: bytes[1], green: bytes[2], blue: bytes[3]) : nil
    default: return nil
    }
  }

  private func pixels(_ reader: inout ByteReader) -> PicturePixels? {
    guard request.form == .kitty, let width = reader.number(2), let height = reader.number(2),
      Size(width: width, height: height) == request.pixels
    else { return nil }
    let bytes = reader.remainder()
    // RFC 1950: how it is deflated, and a check of both bytes.
    guard bytes.count > 6, bytes[0] & 0x0F == 8, (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
    else { return nil }
    return PicturePixels(width: width, height: height, deflated: bytes)
  }
}
