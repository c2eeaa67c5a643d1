import Cells
import Testing
import Themes

struct BrandTests {
  /// Every corner of the colour space, and what businesses like.
  static let accents = [
    "#000000", "#ffffff", "#808080", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#00ffff",
    "#ff00ff", "#c4621a", "#7b3f00", "#14171c", "#1B1613", "#fbfaf8",
  ]

  @Test(arguments: accents, Theme.shipped)
  func `any accent can be read wherever it stands`(_ accent: String, _ name: String) throws {
    for depth in ColorDepth.allCases {
      let theme = try Theme.named(name).branded(accent: accent).reduced(to: depth)
      for token in ThemeToken.allCases where token.isText {
        #expect(contrast(theme[token]) >= 4.5, "\(token) at \(depth)")
        #expect(contrast(theme[token, on: .selection]) >= 4.5, "\(token) selected at \(depth)")
      }
    }
  }

  @Test(arguments: accents + ["#fefefe", "#fffde7", "#0b0a09"], Theme.shipped)
  func `what has the focus is seen on the page, whatever the accent`(
    _ accent: String, _ name: String
  ) throws {
    for depth in ColorDepth.allCases where depth > .palette16 {
      let theme = try Theme.named(name).branded(accent: accent).reduced(to: depth)
      guard theme.depth == depth else { continue }
      for token in [ThemeToken.selection, .focus] {
        let fill = Style(theme[token].background, on: theme[.background].background)
        #expect(contrast(fill) >= (depth == .trueColor ? 3 : 2.2), "\(token) at \(depth)")
      }
    }
  }

  @Test func `an accent that can be read stays as it is`() throws {
    let theme = try Theme.named("dark").branded(accent: "#e8a062")
    #expect(theme[.accent].foreground == .rgb(red: 0xE8, green: 0xA0, blue: 0x62))
    #expect(theme[.focus].background == .rgb(red: 0xE8, green: 0xA0, blue: 0x62))
  }

  @Test func `an accent that cannot be read is moved no further than it must`() throws {
    let style = try Theme.named("dark").branded(accent: "#7b3f00")[.accent]
    #expect(contrast(style) >= 4.5 && contrast(style) < 5)
    // It is still a brown: more red than green, more green than blue.
    guard case .rgb(let red, let green, let blue) = style.foreground else {
      Issue.record("\(style)")
      return
    }
    #expect(red > green && green > blue)
  }

  @Test func `brand and depth can be given in either order`() throws {
    let theme = try Theme.named("coffee")
    for depth in ColorDepth.allCases {
      #expect(
        try theme.reduced(to: depth).branded(accent: "#336699")
          == theme.branded(accent: "#336699").reduced(to: depth))
    }
  }

  @Test(arguments: ["", "c4621a", "#c4621", "#c4621a0", "#+4621a", "#c46 1a", "red", "#с4621a"])
  func `what is no colour is refused`(_ text: String) throws {
    let theme = try Theme.named("dark")
    #expect(throws: ThemeError.color(text)) { try theme.branded(accent: text) }
  }
}
