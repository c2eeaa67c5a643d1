import Testing

@testable import FlowScripts

struct SecretsTests {
  private func masked(_ text: String, _ values: Set<String>) -> String {
    Secrets(values).masked(text)
  }

  @Test func `the longest is hidden whole, and so is what overlaps`() {
    #expect(masked("pass passport", ["pass", "passport"]) == "••• •••")
    #expect(masked("abcdef", ["abcd", "cdef"]) == "•••")
    #expect(masked("aaaaa", ["aaa"]) == "•••")
    #expect(masked("ключ: пароль.", ["пароль"]) == "ключ: •••.")
    #expect(masked("nothing", ["secret"]) == "nothing")
    #expect(masked("", ["secret"]) == "")
  }

  @Test func `a value is found however it is written`() {
    #expect(masked("+7 (916) 123-45-67, you", ["9161234567"]) == "+7 (•••, you")
    #expect(masked("number 916-123 of 45", ["9161234567"]) == "number 916-123 of 45")
    #expect(masked("a b c d", ["abcd"]) == "•••")
    #expect(masked("it ends with !!!", ["!!!"]) == "it ends with •••")
  }

  @Test func `a long value may go on in the next row of a screen`() {
    #expect(masked("│ correct-horse- │\n│ battery  │", ["correct-horse-battery"]) == "│ •••  │")
    #expect(masked("│ 12 │\n│ 3 left │", ["123"]) == "│ 12 │\n│ 3 left │")
  }

  @Test func `a value in a link is hidden too`() {
    #expect(masked("/login?p=a%20b%2Fc%D0%B4", ["a b/cд"]) == "/login?p=•••")
  }

  @Test func `a short value hides nothing`() {
    #expect(masked("12 items", ["1", "", "12"]) == "12 items")
    #expect(masked("pin 123", ["123"]) == "pin •••")
  }
}
