import App
import Cells
import Loyalty
import Testing
import Themes

/// Frames as SVG.
struct FrameImageTests {
  private func svg(_ text: String, _ style: Style, title: String = "") -> String {
    var grid = Grid(Size(width: 12, height: 2))
    grid.put(text, x: 1, y: 0, style)
    let frame = Frame(
      grid: grid, elements: [], modes: Modes(title: title, cursor: Point(x: 3, y: 1)))
    return FrameImage(of: frame, in: .dark).svg
  }

  private static let loud = Style(
    .rgb(red: 0xF2, green: 0x77, blue: 0x3B), on: .rgb(red: 1, green: 2, blue: 3))

  @Test func `letters stay text in their own colour and weight`() {
    var style = Self.loud
    style.attributes = [.bold, .underline]
    let picture = svg("Зёрна A", style)
    #expect(
      picture.contains(
        "<text x=\"16\" y=\"25\" fill=\"#f2773b\" font-weight=\"bold\" textLength=\"80\">Зёрна</text>"
      ))
    #expect(
      picture.contains("<text x=\"112\" y=\"25\" fill=\"#f2773b\" font-weight=\"bold\">A</text>"))
    #expect(picture.contains("<path fill=\"#010203\" d=\"M16 0h112v32h-112z\"/>"))
    // The line below the letters, and the caret.
    #expect(picture.contains("<path fill=\"#f2773b\" d=\"M16 28h112v2h-112z\"/>"))
    #expect(picture.contains("M48 32h2v32h-2z"))
    #expect(
      picture.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"96\" height=\"32\""))
  }

  @Test func `reverse swaps ink and ground`() {
    var style = Self.loud
    style.attributes = .reverse
    let picture = svg("x", style)
    #expect(picture.contains("<path fill=\"#f2773b\" d=\"M16 0h16v32h-16z\"/>"))
    #expect(picture.contains("fill=\"#010203\">x</text>"))
  }

  @Test(arguments: [
    ("█▀", "M16 0h16v32h-16zM32 0h16v16h-16z"), ("▄▄▄", "M16 16h48v16h-48z"),
    ("▌▐", "M16 0h8v32h-8zM40 0h8v32h-8z"), ("▁", "M16 28h16v4h-16z"), ("▏", "M16 0h2v32h-2z"),
    ("▕", "M30 0h2v32h-2z"), ("▞", "M24 0h8v16h-8zM16 16h8v16h-8z"), ("──", "M16 15h32v2h-32z"),
    ("━╸", "M16 13h24v6h-24z"), ("│", "M23 0h2v32h-2z"),
  ])
  func `blocks and lines are rectangles that join`(signs: String, path: String) {
    let picture = svg(signs, Self.loud)
    #expect(picture.contains("<path fill=\"#f2773b\" d=\"\(path)\"/>"), "\(picture)")
    #expect(!picture.contains("<text"))
  }

  @Test func `a wide sign takes two cells`() {
    let picture = svg("世a", Self.loud)
    #expect(picture.contains("<text x=\"16\" y=\"25\" fill=\"#f2773b\" textLength=\"32\">世</text>"))
    #expect(picture.contains("<text x=\"48\""))
  }

  @Test func `nothing in a frame can be markup`() throws {
    let picture = svg("<a&\"b\">", Self.loud, title: "</title>\u{1B}\u{0}\u{FFFE}&")
    #expect(picture.contains(">&lt;a&amp;&quot;b&quot;&gt;</text>"))
    #expect(picture.contains("<title>&lt;/title&gt;\u{FFFD}\u{FFFD}\u{FFFD}&amp;</title>"))
    let isOdd = { (scalar: Unicode.Scalar) in scalar.value < 0x20 && scalar != "\n" }
    #expect(!picture.unicodeScalars.contains(where: isOdd))
  }

  @Test(arguments: [ColorDepth.trueColor, .palette256, .palette16, .mono])
  func `the same frame gives the same bytes at each number of colours`(depth: ColorDepth) throws {
    var settings = try Fixture.settings(.russian)
    settings.look.depth = depth
    let size = Size(width: 80, height: 24)
    var state = State(size: size, settings: settings, isSignedIn: true, now: Fixture.now)
    _ = feed([.home(.loaded(Fixture.home))] + Key.text("z"), to: &state)
    let pictures = (0..<3).map { _ in FrameImage(of: view(state), in: state.theme).svg }
    #expect(Set(pictures).count == 1)
    #expect(pictures[0].hasSuffix("</svg>\n"))
  }
}
