import Cells
import Testing
import Themes

struct ThemeFileTests {
  @Test func `a theme says only what is different from the one it extends`() throws {
    let theme = try read("extends: light\ncolors: {ground: \"#ffffff\"}\n")
    let light = try Theme.named("light")
    #expect(theme[.text].background == .rgb(red: 0xFF, green: 0xFF, blue: 0xFF))
    #expect(theme[.surface] == light[.surface])
    #expect(!theme.isDark)
  }

  @Test func `a style is ink on ground and attributes`() throws {
    let theme = try read("extends: dark\nstyles:\n  text: accent on sheet, italic underline\n")
    let dark = try Theme.named("dark")
    #expect(theme[.text].attributes == [.italic, .underline])
    #expect(theme[.text].background == dark[.sheet].background)
    #expect(theme[.text].foreground == dark[.accent].foreground)
  }

  @Test func `the terminal's own colours can be used`() throws {
    let theme = try read("extends: dark\nstyles: {background: text on terminal}\n")
    #expect(theme[.background].background == .terminal)
  }

  @Test(arguments: [
    ("extends: neon\n", "my.yaml:1:10: There is no theme \"neon\""),
    ("extends: dark\ncolours: {}\n", "my.yaml:2:1: \"colours\" is not known here"),
    ("extends: dark\ncolors:\n  accent: brown\n", "my.yaml:3:11: \"brown\" is not a colour"),
    ("extends: dark\ncolors:\n  accent: \"#ff0000 8\"\n", "my.yaml:3:11: \"#ff0000 8\" is not"),
    ("extends: dark\ncolors: {line: \"#ff0000 88 16\"}\n", "my.yaml:2:16: \"#ff0000 88 16\" is"),
    ("extends: dark\nstyles:\n  txt: text on ground\n", "my.yaml:3:3: There is no style \"txt\""),
    ("extends: dark\nstyles: {text: ink on ground}\n", "my.yaml:2:16: There is no colour \"ink\""),
    ("extends: dark\nstyles: {text: accent}\n", "my.yaml:2:16: A style is written as"),
    ("extends: dark\nstyles: {text: text on}\n", "my.yaml:2:16: A style is written as"),
    ("extends: dark\nstyles: {text: text on ground bold}\n", "my.yaml:2:16: A style is written"),
    ("extends: dark\nstyles:\n  text: text on ground,\n", "my.yaml:3:9: A style is written as"),
    ("extends: dark\nmarks: {text: bald}\n", "my.yaml:2:15: \"bald\" is not an attribute"),
    ("marks: {text: bold}\n", "my.yaml:1:1: The style \"background\" is missing"),
    (
      "extends: dark\nstyles: {text: \"text on ground, blink\"}\n",
      "my.yaml:2:16: \"blink\" is not an attribute"
    ),
    ("extends: dark\ndepth: 12\n", "my.yaml:2:8: A depth is"),
    ("colors: {}\n", "my.yaml:1:1: The style \"background\" is missing"),
    ("extends: dark\n\tdark: true\n", "my.yaml:2:1: A tab cannot stand here"),
    ("", "my.yaml:1:1: The file is empty"),
  ])
  func `a slip in a file is named with its place`(_ text: String, _ start: String) {
    let error = #expect(throws: ThemeError.self) { try read(text) }
    #expect(error?.description.hasPrefix(start) == true, "\(String(describing: error))")
  }

  @Test(arguments: [
    (
      "extends: neon\n",
      "my.yaml:1:10: Темы «neon» нет; есть "
        + Theme.shipped.map { "«\($0)»" }.joined(separator: ", ")
    ),
    (
      "extends: dark\ncolors:\n  accent: brown\n", "my.yaml:3:11: «brown» — не цвет вроде «#c4621a»"
    ),
    ("extends: dark\nstyles:\n  txt: text on ground\n", "my.yaml:3:3: Стиля «txt» нет"),
  ])
  func `it is said in Russian, too`(_ text: String, _ words: String) {
    let error = #expect(throws: ThemeError.self) { try read(text) }
    #expect(error?.russian == words)
  }

  private func read(_ text: String) throws -> Theme {
    try Theme(name: "my", source: Array(text.utf8), file: "my.yaml")
  }
}
