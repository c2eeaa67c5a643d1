import Testing

@testable import App

/// What is read aloud has plain spaces.
struct PlainSpacesTests {
  @Test(arguments: [
    "", "plain", "1\u{A0}240 баллов", "\u{A0}", "\u{A0}\u{A0}x\u{A0}", "«à\u{A0}Â»", "Â\u{A0}à",
    "日\u{A0}本",
  ])
  func `no-break spaces become plain, all else stays`(text: String) {
    #expect(text.withPlainSpaces == text.replacing("\u{A0}", with: " "))
  }
}
