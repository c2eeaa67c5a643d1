import App
import Cells
import FlowScripts

extension Frame {
  /// With a dot in the place of each cell that shows a secret.
  func hidingSecrets(of scope: FlowScope?) -> Frame {
    guard let scope, scope.hasSecrets else { return self }
    var frame = self
    let size = grid.size
    var text: [Character] = []
    for y in 0..<size.height {
      text += grid.row(y).map(\.text)
      text.append("\n")
    }
    for (place, isCovered) in scope.covered(in: text).enumerated() where isCovered {
      let (x, y) = (place % (size.width + 1), place / (size.width + 1))
      // The end of a row, and the second half of a wide cell, which goes with the first.
      guard x < size.width, grid[x, y].width > 0 else { continue }
      frame.grid.put("•", x: x, y: y, grid[x, y].style)
    }
    for place in frame.elements.indices {
      frame.elements[place].text = scope.masked(frame.elements[place].text)
    }
    return frame
  }
}
