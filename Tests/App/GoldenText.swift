import Cells
import Loyalty
import Synchronization
import Themes

@testable import App

/// What a golden file says of a state: the text of its frame, then how its cells look at each number
/// of colours.
///
/// ```
/// … the rows in direct colour …
/// styles direct: 698a2664c9c79d0f
/// styles 256: 1b1d77e7fc5a40a2
/// styles 16: 7c0b5a2d57ab8a11
/// styles mono: 55d3c6fd8a1f2e90
/// mono 12: ▌ a row that is written in another way there
/// ```
struct GoldenText {
  let text: String

  private static let depths: [(name: String, depth: ColorDepth)] = [
    ("direct", .trueColor), ("256", .palette256), ("16", .palette16), ("mono", .mono),
  ]

  private struct Dress: Equatable {
    var brand: Brand?
    var look: Look
  }

  /// Fitting a theme to a number of colours takes longer than to draw in it.
  private static let themes = Mutex<[(dress: Dress, theme: Theme)]>([])

  private static func theme(for brand: Brand?, _ look: Look) -> Theme {
    let dress = Dress(brand: brand, look: look)
    return themes.withLock { themes in
      if let known = themes.first(where: { $0.dress == dress }) { return known.theme }
      let theme = look.theme(for: brand)
      themes.append((dress, theme))
      return theme
    }
  }

  init(of state: State) {
    var state = state
    let grids = Self.depths.map { name, depth in
      state.settings.look.depth = depth
      state.theme = Self.theme(for: state.program?.brand, state.settings.look)
      return (name: name, grid: view(state).grid)
    }
    let rows = grids.first?.grid.lines ?? []
    var lines = rows + grids.map { "styles \($0.name): \($0.grid.styleHash)" }
    for (name, grid) in grids.dropFirst() {
      for (row, line) in grid.lines.enumerated() where line != rows[row] {
        lines.append("\(name) \(row): \(line)")
      }
    }
    text = lines.joined(separator: "\n") + "\n"
  }
}
