import Cells
import Testing

@testable import App

struct TextFieldTests {
  @Test(arguments: [
    ("Shop\nline2\tTab", "Shop line2 Tab"), ("a\r\nb", "a b"), ("a\rb", "a b"),
    ("a\u{2028}b\u{2029}c\u{B}d\u{C}e\u{85}f", "a b c d e f"), ("a\n\n\t b", "a b"),
    ("a  \n    b", "a b"), ("\n\ta\n", "a"), (" a ", " a "), ("a b\tc", "a b c"), ("\n", ""),
    (" \n ", ""), ("  a\nb  ", "  a b  "), ("", ""), ("a", "a"), ("Ёж\nв тумане\n", "Ёж в тумане"),
  ])
  func `a break or a tab that is pasted into one line is a space`(pasted: String, text: String) {
    var field = TextField()
    field.paste(pasted)
    #expect(field.text == text)
  }

  @Test func `a paste goes where the caret is`() {
    var field = TextField("ad")
    _ = field.handle(Key(.left))
    field.paste("b\nc\n")
    #expect(field.text == "ab cd")
    #expect(field.caret == 4)
  }

  @Test(arguments: [
    ("+7 (916) 123-45-67", "+7 (916) 123-45-67"), ("q", ""), ("ъ?/", ""), ("7a8б9", "789"),
    ("tel:+79161234567", "+79161234567"), ("916.123\u{2013}45\u{A0}67", "916-123-45 67"),
    ("٩١٦", "916"), ("７", "7"), ("+7\n916", "+7 916"),
  ])
  func `a phone field takes digits and what groups them`(pasted: String, text: String) {
    var field = TextField(limit: 24, kind: .phone)
    field.paste(pasted)
    #expect(field.text == text)
  }
}
