import Testing
import Themes

struct ColorDepthTests {
  @Test(arguments: [
    (-1, ColorDepth.mono), (0, .mono), (2, .mono), (8, .palette8), (16, .palette16),
    (88, .palette16), (256, .palette256), (65536, .palette256), (1 << 24, .trueColor),
  ])
  func `a terminal's depth is what it describes`(_ colors: Int, _ depth: ColorDepth) {
    #expect(ColorDepth.detect(environment: [:], colors: colors) == depth)
  }

  /// The rules of https://no-color.org, https://bixense.com/clicolors and https://force-color.org.
  @Test(arguments: [
    (ColorChoice.auto, ["NO_COLOR": "1"], ColorDepth.mono),
    (.auto, ["NO_COLOR": "0"], .mono),
    (.auto, ["NO_COLOR": ""], .palette256),
    (.auto, ["NO_COLOR": "1", "CLICOLOR_FORCE": "1", "FORCE_COLOR": "3"], .mono),
    (.always, ["NO_COLOR": "1", "CLICOLOR": "0"], .palette256),
    (.never, ["CLICOLOR_FORCE": "1", "FORCE_COLOR": "3"], .mono),
    (.auto, ["CLICOLOR": "0"], .mono),
    (.auto, ["CLICOLOR": "1"], .palette256),
    (.auto, ["CLICOLOR": "0", "CLICOLOR_FORCE": "1"], .palette256),
    (.auto, ["CLICOLOR": "0", "CLICOLOR_FORCE": "0"], .mono),
    (.auto, ["CLICOLOR": "0", "FORCE_COLOR": "1"], .palette256),
    (.auto, ["FORCE_COLOR": "0"], .mono),
    (.auto, ["FORCE_COLOR": "3"], .trueColor),
  ])
  func `flag, NO_COLOR, force, CLICOLOR, terminal: the first that speaks decides`(
    _ choice: ColorChoice, _ environment: [String: String], _ depth: ColorDepth
  ) {
    #expect(
      ColorDepth.detect(choice: choice, environment: environment, colors: 256) == depth)
  }

  @Test func `a pipe has no colours unless they are forced`() {
    let pipe = { (environment: [String: String]) in
      ColorDepth.detect(environment: environment, colors: 256, isTerminal: false)
    }
    #expect(pipe([:]) == .mono)
    #expect(pipe(["CLICOLOR": "1"]) == .mono)
    #expect(pipe(["CLICOLOR_FORCE": "1"]) == .palette256)
    #expect(
      ColorDepth.detect(choice: .always, environment: [:], colors: 0, isTerminal: false)
        == .palette8)
  }
}
