import Cells

/// Writes links over what a frame shows already (OSC 8): ncurses knows nothing of them.
///
/// https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda. A terminal keeps a link with the
/// cell in which it was written, so that only what has changed is written again.
struct LinkPainter {
  let palette: ColorEncoding
  private var shown: [Hyperlink] = []

  init(palette: ColorEncoding) {
    self.palette = palette
  }

  var hasShown: Bool { !shown.isEmpty }

  /// The screen holds none any more.
  mutating func forget() { shown = [] }

  /// - Parameter changed: whether a row of the screen was written by this frame.
  mutating func bytes(
    for links: [Hyperlink], on grid: Grid, changed: (Int) -> Bool
  ) -> [UInt8] {
    guard !links.isEmpty || !shown.isEmpty else { return [] }
    var text = ""
    for old in shown where !links.contains(old) { write(old, "", on: grid, to: &text) }
    let isGone = shown.contains { !links.contains($0) }
    for link in links {
      let area = link.bounds.intersection(grid.bounds)
      let rows = area.y..<area.maxY
      // What was taken away may have lain below this one.
      if isGone || !shown.contains(link) || rows.contains(where: changed) {
        write(link, link.target, on: grid, to: &text)
      }
    }
    shown = links
    return text.isEmpty ? [] : Array("\u{1B}7\(text)\(Self.end)\u{1B}[m\u{1B}8".utf8)
  }

  static let end = "\u{1B}]8;;\u{1B}\\"

  private func write(
    _ link: Hyperlink, _ target: String, on grid: Grid, to text: inout String
  ) {
    let area = link.bounds.intersection(grid.bounds)
    for y in area.y..<area.maxY {
      var style: Style?
      text += "\u{1B}[\(y + 1);\(area.x + 1)H\u{1B}]8;;\(target)\u{1B}\\"
      for x in area.x..<area.maxX {
        let cell = grid[x, y]
        // Half of a wide cell stays as it is.
        if cell.width == 0, x == area.x { return }
        if cell.width == 0 || x + Int(cell.width) > area.maxX { continue }
        if cell.style != style { text += palette.rendition(of: cell.style) }
        style = cell.style
        text.append(cell.text)
      }
    }
  }
}
