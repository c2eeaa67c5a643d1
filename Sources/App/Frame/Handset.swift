public import Cells
public import Themes

/// A phone in the middle of the terminal, and the app as large as its screen (`--phone`).
///
/// A terminal that is hardly larger than a phone is one: the app takes all of it.
public struct Handset: Equatable, Sendable {
  /// Of the screen, in cells: as many letters in a line as a phone shows.
  private static let largest = Size(width: 44, height: 40)
  private static let smallestHeight = 15

  /// The terminal.
  public let window: Size
  /// Where the app is.
  public let screen: Rect

  public init(_ window: Size) {
    self.window = window
    let width = min(Self.largest.width, window.width - 2)
    let height = min(Self.largest.height, window.height - 2)
    guard width == Self.largest.width, height >= Self.smallestHeight else {
      screen = Rect(window)
      return
    }
    screen = Rect(
      x: (window.width - width) / 2, y: (window.height - height) / 2, width: width, height: height)
  }

  /// What has come from the terminal, as it is for the app; `nil` for what is beside the phone.
  public func input(_ input: Input) -> Input? {
    switch input {
    case .key, .paste, .focus: return input
    case .resize(let window): return .resize(Handset(window).screen.size)
    case .mouse(var mouse):
      guard screen.contains(mouse.at) else { return leaving(mouse) }
      mouse.at = Point(x: mouse.at.x - screen.x, y: mouse.at.y - screen.y)
      return .mouse(mouse)
    }
  }

  /// What began on the phone may end beside it.
  private func leaving(_ mouse: Mouse) -> Input? {
    guard mouse.kind == .drag || mouse.kind == .release, !screen.isEmpty else { return nil }
    var mouse = mouse
    mouse.at = Point(
      x: min(max(mouse.at.x - screen.x, 0), screen.width - 1),
      y: min(max(mouse.at.y - screen.y, 0), screen.height - 1))
    return .mouse(mouse)
  }

  /// The app's frame on the phone.
  public func frame(_ frame: Frame, in theme: Theme) -> Frame {
    guard screen != Rect(window) else { return frame }
    var grid = Grid(window)
    drawCase(theme[.border], on: &grid)
    grid.draw(frame.grid, x: screen.x, y: screen.y)
    var elements = frame.elements
    for index in elements.indices {
      elements[index].bounds.x += screen.x
      elements[index].bounds.y += screen.y
    }
    var modes = frame.modes
    modes.cursor = modes.cursor.map { Point(x: $0.x + screen.x, y: $0.y + screen.y) }
    for index in modes.links.indices {
      modes.links[index].bounds.x += screen.x
      modes.links[index].bounds.y += screen.y
    }
    var whole = Frame(grid: grid, elements: elements, modes: modes)
    whole.pixels = frame.pixels.map { placed in
      var placed = placed
      placed.place.x += screen.x
      placed.place.y += screen.y
      placed.seen.x += screen.x
      placed.seen.y += screen.y
      return placed
    }
    return whole
  }

  private func drawCase(_ style: Style, on grid: inout Grid) {
    let edge = String(repeating: "─", count: screen.width)
    let speaker = screen.width / 2 - 3
    grid.put("╭\(edge)╮", x: screen.x - 1, y: screen.y - 1, style)
    grid.put("━━━━━━", x: screen.x + speaker, y: screen.y - 1, style)
    for y in screen.y..<screen.maxY {
      grid.put("│", x: screen.x - 1, y: y, style)
      grid.put("│", x: screen.maxX, y: y, style)
    }
    grid.put("╰\(edge)╯", x: screen.x - 1, y: screen.maxY, style)
  }
}
