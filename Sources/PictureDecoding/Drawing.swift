import CPictures
import Cells
import Glibc
import Loyalty
import Pictures

/// What the process that decodes does with a request: loads the libraries, lets go of all files,
/// reads the picture and draws it.
struct Drawing {
  let request: PictureRequest
  private let head: PictureHead
  private let decoder: OpaquePointer
  private let chafa: OpaquePointer?
  private let zlib: OpaquePointer?

  /// Loads what will be needed: later nothing can be opened.
  init(_ request: PictureRequest) throws(PictureProblem) {
    self.request = request
    guard request.hasPlace else { throw .noPlace }
    do throws(PictureFault) {
      head = try PictureHead(checking: request.bytes)
    } catch {
      throw .fault(error)
    }
    decoder = try Libraries.decoder(head.kind)
    switch request.form {
    case .cells:
      chafa = Libraries.loadedChafa()
      zlib = nil
    case .sixel:
      guard let library = Libraries.loadedChafa() else {
        throw .noLibrary(package: Libraries.chafa)
      }
      chafa = library
      zlib = nil
    case .kitty:
      chafa = nil
      zlib = try Libraries.loadedZlib()
    }
  }

  /// - Returns: a whole answer.
  func answer() throws(PictureProblem) -> [UInt8] {
    let image = try scaled()
    switch request.form {
    case .cells(let colors): return try cells(image, colors)
    case .sixel: return try sixel(image)
    case .kitty: return try kitty(image)
    }
  }

  /// The picture in the pixels of its place.
  private func scaled() throws(PictureProblem) -> PictureImage {
    let orientation = head.kind == .jpeg ? PictureOrientation(jpeg: request.bytes) : .upright
    let sides = orientation.isOnSide ? (head.height, head.width) : (head.width, head.height)
    let step = request.placing(width: sides.0, height: sides.1).step
    var image = cp_image()
    var reason = Reason()
    let isDecoded =
      reason.told { words, room in
        cp_decode(
          decoder, request.bytes, request.bytes.count, CInt(Picture.Limit.side), CInt(step), &image,
          words, room)
      } ?? false
    guard isDecoded else { throw .unreadable(reason.words) }
    guard cp_turn(&image, CInt(orientation.rawValue)), let pixels = image.rgba else {
      throw .unreadable("out of memory")
    }
    let (width, height) = (Int(image.width), Int(image.height))
    let rgba = Array(UnsafeBufferPointer(start: pixels, count: width * height * 4))
    free(pixels)
    guard let decoded = PictureImage(width: width, height: height, rgba: rgba) else {
      throw .nonsense
    }
    return decoded.scaled(request.placing(width: width, height: height))
  }

  /// Ours or libchafa's, whichever are nearer to the picture in the colours that there are.
  private func cells(
    _ image: PictureImage, _ colors: PictureColors
  ) throws(PictureProblem) -> [UInt8] {
    guard let samples = PictureSamples(image, size: request.size, on: request.ground) else {
      throw .nonsense
    }
    let ours = PictureCells(fitting: samples).drawn(with: colors, on: request.ground)
    let theirs = chafa.flatMap { ChafaCells(library: $0).cells(samples) }?
      .drawn(with: colors, on: request.ground)
    let errors = AnswerWire.Errors(
      ours: ours.error(from: samples), chafa: theirs?.error(from: samples))
    let isOurs = errors.ours <= errors.chafa ?? .infinity
    let cells = isOurs ? ours : theirs ?? ours
    return AnswerWire.bytes(.cells, AnswerWire.body(cells, errors))
  }

  private func sixel(_ image: PictureImage) throws(PictureProblem) -> [UInt8] {
    guard let chafa else { throw .nonsense }
    let trim = SixelTrim(height: image.height)
    var count = 0
    guard
      let bytes = cp_chafa_sixel(
        chafa, trim.padded(image.opaque(on: request.ground)), CInt(image.width),
        CInt(trim.padded), &count)
    else { throw .unreadable("out of memory") }
    return AnswerWire.bytes(
      .sixel, trim.cut(Array(UnsafeBufferPointer(start: bytes, count: count))))
  }

  private func kitty(_ image: PictureImage) throws(PictureProblem) -> [UInt8] {
    guard let zlib else { throw .nonsense }
    var count = 0
    guard let bytes = cp_deflate(zlib, image.rgba, image.rgba.count, &count) else {
      throw .unreadable("out of memory")
    }
    defer { free(bytes) }
    let deflated = Array(UnsafeBufferPointer(start: bytes, count: count))
    return AnswerWire.bytes(
      .kitty,
      AnswerWire.body(
        PicturePixels(width: image.width, height: image.height, deflated: deflated)))
  }
}
