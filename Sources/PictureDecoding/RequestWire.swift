import Cells
import Loyalty
import Pictures

/// A request on its way to the process that decodes.
///
/// `LHP1`, form, columns and rows (2 bytes each), pixels of a cell, fit, focus, ground, and the file
/// after its length (4 bytes).
enum RequestWire {
  static let magic = Array("LHP1".utf8)
  static let headCount = 21

  static func bytes(of request: PictureRequest) -> [UInt8] {
    var bytes = magic
    bytes.append(number(of: request.form))
    bytes.append(request.size.width, bytes: 2)
    bytes.append(request.size.height, bytes: 2)
    bytes.append(request.cell.width, bytes: 1)
    bytes.append(request.cell.height, bytes: 1)
    bytes.append(request.fit == .contain ? 1 : 0)
    bytes.append(request.focus?.x ?? 50, bytes: 1)
    bytes.append(request.focus?.y ?? 50, bytes: 1)
    bytes += [request.ground.red, request.ground.green, request.ground.blue]
    bytes.append(request.bytes.count, bytes: 4)
    return bytes + request.bytes
  }

  /// Reads what stands before the file.
  ///
  /// - Returns: the request without its file, and how long that is; `nil` when it is no request.
  static func head(_ bytes: [UInt8]) -> (request: PictureRequest, count: Int)? {
    var reader = ByteReader(bytes)
    guard reader.bytes(magic.count).map(Array.init) == magic,
      let form = reader.number(1).flatMap(form),
      let width = reader.number(2), let height = reader.number(2),
      let cellWidth = reader.number(1), let cellHeight = reader.number(1),
      let fit = reader.number(1), let x = reader.number(1), let y = reader.number(1),
      let ground = reader.bytes(3).map(Array.init), let count = reader.number(4)
    else { return nil }
    let request = PictureRequest(
      [], size: Size(width: width, height: height),
      cell: Size(width: cellWidth, height: cellHeight), fit: fit == 1 ? .contain : .cover,
      focus: Picture.Focus(x: x, y: y),
      // Its colour is the other side's own matter: here it is whatever the terminal has.
      ground: PictureGround(.terminal, red: ground[0], green: ground[1], blue: ground[2]),
      form: form)
    return (request, count)
  }

  private static func number(of form: PictureRequest.Form) -> UInt8 {
    switch form {
    case .cells(let colors): colors.rawValue
    case .sixel: 3
    case .kitty: 4
    }
  }

  private static func form(_ number: Int) -> PictureRequest.Form? {
    switch number {
    case 3: .sixel
    case 4: .kitty
    default: PictureColors(rawValue: UInt8(truncatingIfNeeded: number)).map { .cells($0) }
    }
  }
}
