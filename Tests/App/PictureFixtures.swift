import App
import Cells
import Loyalty

extension Fixture {
  static let croissant = Picture(sha256: String(repeating: "c0", count: 32))

  /// What stands for a drawn picture: each cell another colour.
  static func drawn(_ size: Size) -> Grid {
    var grid = Grid(size)
    for y in 0..<size.height {
      for x in 0..<size.width {
        let top = Color.rgb(red: UInt8(x * 4 % 256), green: UInt8(y * 9 % 256), blue: 90)
        let below = Color.rgb(red: UInt8(x * 4 % 256), green: UInt8(y * 9 % 256 / 2), blue: 30)
        grid.put("▀", x: x, y: y, Style(top, on: below))
      }
    }
    return grid
  }
}
