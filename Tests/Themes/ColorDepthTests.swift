import Testing
import Themes

struct ColorDepthTests {
  @Test(arguments: [
    (-1, ColorDepth.mono), (0, .mono), (2, .mono), (8, .palette8), (16, .palette16),
    (88, .palette16), (256, .palette256), (65536, .palette256), (1 << 24, .trueColor),
  ])
  func `a terminal's depth is what it describes`(_ colors: Int, _ depth: ColorDepth) {
    #expect(ColorDepth(colors: colors) == depth)
  }
}
