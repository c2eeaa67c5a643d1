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

  @Test func `a value in a link is hidden too`() {
    #expect(masked("/login?p=a%20b%2Fc%D0%B4", ["a b/cд"]) == "/login?p=•••")
  }

  @Test func `a short value hides nothing`() {
    #expect(masked("12 items", ["1", "", "12"]) == "12 items")
    #expect(masked("pin 123", ["123"]) == "pin •••")
  }
}
