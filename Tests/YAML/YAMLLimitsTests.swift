import Testing
import YAML

/// A small file must not become a large one in memory.
struct YAMLLimitsTests {
  @Test func `a bomb of aliases is refused`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let inner = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(inner)]\n"
    }
    #expect(message(text)?.contains("more than 100000 values") == true)
  }

  @Test func `levels are counted through aliases`() throws {
    var text = "a0: &a0 [[[[[[[[[[x]]]]]]]]]]\n"
    for level in 1...9 { text += "a\(level): &a\(level) [[[[[[[[[[*a\(level - 1)]]]]]]]]]]\n" }
    #expect(message(text)?.contains("64 levels") == true)
    #expect(throws: Never.self) {
      try YAMLNode.documents(
        in: text, file: "f", limits: YAMLLimits(bytes: 10_000, depth: 101, nodes: 1000))
    }
    #expect(throws: YAMLError.self) {
      try YAMLNode.documents(
        in: text, file: "f", limits: YAMLLimits(bytes: 10_000, depth: 100, nodes: 1000))
    }
  }

  @Test(arguments: ["[", "- ", "{a: ", "? "])
  func `deep nesting is refused`(_ open: String) {
    #expect(message(String(repeating: open, count: 100_000))?.contains("levels") == true)
  }

  @Test func `a large file is refused before it is read`() {
    #expect(
      message(String(repeating: "#", count: (1 << 20) + 1))
        == "The file has 1048577 bytes, at most 1048576 are read")
    #expect(message(String(repeating: "#", count: 1 << 20)) == nil)
  }

  private func message(_ text: String) -> String? {
    do {
      _ = try YAMLNode.documents(in: text, file: "f")
      return nil
    } catch {
      return error.english
    }
  }
}
