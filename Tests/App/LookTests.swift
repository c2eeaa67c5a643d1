import App
import Cells
import Testing
import Themes

/// Light or dark, as the terminal says or, where it says nothing, as the theme was chosen.
struct LookTests {
  @Test(arguments: [("light", true), ("dark", false), (nil, false)] as [(String?, Bool)])
  func `a chosen theme decides when the terminal does not answer`(
    _ theme: String?, _ isLight: Bool
  ) throws {
    var look = try Look(chosen: theme, depth: .mono)
    #expect(look.isTerminalLight == isLight)
    // Without colours paper is lighter than ink only when this is right.
    let paper =
      isLight ? Style(.terminal, on: .terminal) : Style(.terminal, on: .terminal, .reverse)
    #expect(look.theme(for: nil).paper == paper)
    look.isTerminalLight = !isLight
    #expect(look.isTerminalLight == !isLight)
  }
}
