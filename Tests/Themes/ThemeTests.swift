import Cells
import Foundation
import Testing
import Themes

struct ThemeTests {
  /// What a view may draw a text on, besides the text's own ground.
  static let grounds: [ThemeToken] = [
    .background, .header, .bar, .surface, .selection, .selectionResting, .field, .fieldFocused,
    .sheet, .toast, .errorToast, .primary, .focus, .brandFace, .receipt,
  ]

  @Test func `every file in themes is built in, and every name has its file`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../themes").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    #expect(Set(files) == Set(Theme.shipped))
    #expect(Theme.shipped.count == Set(Theme.shipped).count)
  }

  @Test(arguments: Theme.shipped, ColorDepth.allCases)
  func `text can be read in every theme at every depth`(_ name: String, depth: ColorDepth) throws {
    let theme = try Theme.named(name).reduced(to: depth)
    for token in ThemeToken.allCases where token.isText {
      #expect(contrast(theme[token]) >= 4.5, "\(token) is \(contrast(theme[token]))")
      for ground in Self.grounds {
        let style = theme[token, on: ground]
        #expect(contrast(style) >= 4.5, "\(token) on \(ground) is \(contrast(style))")
        #expect(style.background == theme[ground].background)
      }
    }
  }

  /// Colours that say something say the same where there are few of them, or say nothing.
  @Test(arguments: Theme.shipped, [ColorDepth.palette8, .palette16])
  func `no meaning takes the colour of another`(_ name: String, depth: ColorDepth) throws {
    let greys: Set<Color> = [.terminal, .palette(0), .palette(7), .palette(8), .palette(15)]
    let theme = try Theme.named(name).reduced(to: depth)
    let greens = greys.union([.palette(2), .palette(10)])
    let reds = greys.union([.palette(1), .palette(9)])
    #expect(greens.contains(theme[.positive].foreground))
    #expect(greens.contains(theme[.sheetPositive].foreground))
    #expect(reds.contains(theme[.negative].foreground))
    for token in [ThemeToken.text, .muted, .surfaceMuted, .hint, .border, .placeholder] {
      #expect(greys.contains(theme[token].foreground), "\(token)")
    }
  }

  @Test func `high contrast is seven to one`() throws {
    let theme = try Theme.named("high-contrast")
    for token in ThemeToken.allCases where token.isText {
      #expect(contrast(theme[token]) >= 7, "\(token)")
    }
  }

  @Test(arguments: Theme.shipped, ColorDepth.allCases)
  func `focus and selection never show by colour alone`(_ name: String, depth: ColorDepth) throws {
    let theme = try Theme.named(name).reduced(to: depth)
    for (marked, plain) in [
      (ThemeToken.focus, ThemeToken.button), (.selection, .surface), (.fieldFocused, .field),
      (.currentTab, .bar), (.focus, .primary), (.selection, .selectionResting),
    ] {
      #expect(
        theme[marked].attributes.subtracting(theme[plain].attributes) != [],
        "\(marked) looks like \(plain) to who sees no colour")
    }
  }

  @Test(arguments: Theme.shipped)
  func `each depth uses only the colours that it has`(_ name: String) throws {
    for depth in ColorDepth.allCases {
      let theme = try Theme.named(name).reduced(to: depth)
      for token in ThemeToken.allCases {
        for color in [theme[token].foreground, theme[token].background] {
          switch color {
          case .terminal: #expect(theme.depth == .mono)
          case .rgb: #expect(theme.depth == .trueColor)
          case .palette(let entry):
            switch theme.depth {
            case .palette8: #expect(entry < 8)
            case .palette16: #expect(entry < 16)
            case .palette256: #expect(entry >= 16)
            case .mono, .trueColor: Issue.record("\(token) has a palette entry at \(theme.depth)")
            }
          }
        }
      }
    }
  }

  /// The mock-ups' own choice: what is nearest to them is pinkish, or a dull olive.
  @Test func `a colour stands for itself where there are few, as its file says`() throws {
    let dark = try Theme.named("dark")
    #expect(dark.reduced(to: .palette256)[.accent] == Style(.palette(208), on: .palette(233)))
    #expect(dark.reduced(to: .palette16)[.accent].foreground == .palette(11))
    #expect(dark.reduced(to: .palette8)[.accent].foreground == .palette(3))
    // Another accent is another colour.
    let other = try dark.branded(accent: "#5f87ff").reduced(to: .palette256)
    #expect(other[.accent].foreground == .palette(69))
  }

  @Test(arguments: Theme.shipped)
  func `what has the focus is louder than the button that most people want`(_ name: String) throws {
    for depth in ColorDepth.allCases where depth >= .palette256 {
      let theme = try Theme.named(name).reduced(to: depth)
      guard theme.depth != .mono else { continue }
      #expect(theme[.focus].background == theme[.selection].background)
      for token in ThemeToken.allCases where token != .focus && token != .selection {
        #expect(theme[token].background != theme[.focus].background, "\(token)")
      }
    }
  }

  @Test func `mono never becomes colourful`() throws {
    #expect(try Theme.named("mono").depth == .mono)
    #expect(try Theme.named("mono").reduced(to: .trueColor).depth == .mono)
    #expect(try Theme.named("mono").branded(accent: "#c4621a").depth == .mono)
  }

  @Test func `a theme that is not there is named with those that are`() {
    #expect(throws: ThemeError.unknown("neon")) { try Theme.named("neon") }
    #expect(ThemeError.unknown("neon").description.contains("high-contrast"))
  }

  @Test func `reducing can be undone, for the theme remembers what it was`() throws {
    let theme = try Theme.named("coffee")
    #expect(theme.reduced(to: .palette8).reduced(to: .trueColor) == theme)
  }

  @Test func `the palette is xterm's and the nearest entry is what looks nearest`() throws {
    // An entry of the cube is its own nearest; xterm's tables: 137 is #af875f, 223 is #ffd7af.
    let source = """
      extends: dark
      colors: {ground: "#000000", text: "#ffd7af", muted: "#af875f", line: "#080808"}
      """
    let theme = try Theme(name: "t", source: Array(source.utf8), file: "t")
      .reduced(to: .palette256)
    #expect(theme[.text] == Style(.palette(223), on: .palette(16)))
    #expect(theme[.muted].foreground == .palette(137))
    #expect(theme[.border].foreground == .palette(232))
  }

  @Test func `paper is black on white in every theme and depth`() throws {
    for name in Theme.shipped where name != "mono" {
      for depth in ColorDepth.allCases where depth != .mono {
        #expect(try Theme.named(name).reduced(to: depth).paper == .paper)
      }
    }
    let dark = try Theme.named("coffee").reduced(to: .mono, darkTerminal: true)
    let light = try Theme.named("coffee").reduced(to: .mono, darkTerminal: false)
    #expect(dark.paper == Style(.terminal, on: .terminal, .reverse))
    #expect(light.paper == .plain)
  }
}
