import Cells
public import Loyalty

/// Which part of a picture goes where in a place.
public struct PicturePlacing: Equatable, Sendable {
  /// Pixels of the place.
  public let width: Int
  public let height: Int
  /// The part of the place that the picture fills, in its pixels.
  let target: Rect
  /// The part of the picture that is seen, in 1/256 of its pixels.
  let source: Rect

  /// - Parameters:
  ///   - picture: its pixels, at least one each way.
  ///   - place: pixels that it has to fill, at least one each way.
  ///   - shape: width and height of the place as it is seen, in any unit; its pixels need not be
  ///     square.
  public init(
    of picture: (width: Int, height: Int), in place: (width: Int, height: Int),
    shape: (width: Int, height: Int), fit: Picture.Fit, focus: Picture.Focus?
  ) {
    (width, height) = place
    let whole = (width: picture.width * 256, height: picture.height * 256)
    // The picture is wider than the place when the first is larger.
    let wide = picture.width * shape.height
    let high = picture.height * shape.width
    switch fit {
    case .cover:
      var (width, height) = whole
      if wide > high {
        width = max(256, min(width, whole.height * shape.width / shape.height))
      } else {
        height = max(256, min(height, whole.width * shape.height / shape.width))
      }
      let x = whole.width * (focus?.x ?? 50) / 100 - width / 2
      let y = whole.height * (focus?.y ?? 50) / 100 - height / 2
      source = Rect(
        x: min(max(0, x), whole.width - width), y: min(max(0, y), whole.height - height),
        width: width, height: height)
      target = Rect(x: 0, y: 0, width: place.width, height: place.height)
    case .contain:
      var (width, height) = place
      if wide > high {
        height = min(max(1, (height * high + wide / 2) / wide), height)
      } else {
        width = min(max(1, (width * wide + high / 2) / high), width)
      }
      source = Rect(x: 0, y: 0, width: whole.width, height: whole.height)
      target = Rect(
        x: (place.width - width) / 2, y: (place.height - height) / 2, width: width, height: height)
    }
  }

  /// How many times smaller (1, 2, 4, …) the picture may be made first, so that each pixel of the
  /// place is still made of two each way; of a very large one that takes too much memory, of one.
  public var step: Int {
    var step = 1
    while true {
      let left = max(source.width, source.height) / 256 / step > Self.large ? 1 : 2
      guard source.width / 256 >= target.width * step * 2 * left,
        source.height / 256 >= target.height * step * 2 * left
      else { return step }
      step *= 2
    }
  }

  /// Pixels of a side.
  private static let large = 2_048

  func columns(of pixels: Int) -> [PictureSpan] {
    PictureSpan.cut(from: source.x, length: source.width, into: target.width, of: pixels)
  }

  func rows(of pixels: Int) -> [PictureSpan] {
    PictureSpan.cut(from: source.y, length: source.height, into: target.height, of: pixels)
  }
}

/// What one pixel of a place covers of a picture, along one side, in 1/256 of the picture's pixels.
struct PictureSpan: Equatable {
  let start: Int
  let end: Int
  /// The pixels that it touches.
  let pixels: Range<Int>

  var length: Int { end - start }

  /// How much of a pixel it covers, 1–256.
  func weight(of pixel: Int) -> Int {
    min(end, (pixel + 1) * 256) - max(start, pixel * 256)
  }

  static func cut(from start: Int, length: Int, into count: Int, of pixels: Int) -> [PictureSpan] {
    (0..<count).map { place in
      let from = min(start + length * place / count, pixels * 256 - 1)
      let to = min(max(from + 1, start + length * (place + 1) / count), pixels * 256)
      return PictureSpan(start: from, end: to, pixels: from / 256..<(to + 255) / 256)
    }
  }
}
