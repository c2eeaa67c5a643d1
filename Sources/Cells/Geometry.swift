/// A place on the screen in cells; the top left cell is (0, 0).
public struct Point: Hashable, Codable, Sendable {
  public var x: Int
  public var y: Int

  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A size in cells, never negative.
public struct Size: Hashable, Codable, Sendable {
  public var width: Int
  public var height: Int

  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

/// A rectangle in cells; `maxX` and `maxY` are one past the last cell.
public struct Rect: Hashable, Codable, Sendable {
  public var x: Int
  public var y: Int
  public var width: Int
  public var height: Int

  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  public init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  public var maxX: Int { x + width }
  public var maxY: Int { y + height }
  public var isEmpty: Bool { width == 0 || height == 0 }
  public var size: Size { Size(width: width, height: height) }

  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// The common part, empty when there is none.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// The rectangle without margins; a margin larger than the side leaves it empty.
  public func inset(
    left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0
  ) -> Rect {
    Rect(x: x + left, y: y + top, width: width - left - right, height: height - top - bottom)
  }

  public func inset(x dx: Int = 0, y dy: Int = 0) -> Rect {
    inset(left: dx, top: dy, right: dx, bottom: dy)
  }

  /// The first `count` rows.
  public func top(_ count: Int) -> Rect {
    Rect(x: x, y: y, width: width, height: min(height, max(0, count)))
  }

  /// The last `count` rows.
  public func bottom(_ count: Int) -> Rect {
    let rows = min(height, max(0, count))
    return Rect(x: x, y: maxY - rows, width: width, height: rows)
  }
}
