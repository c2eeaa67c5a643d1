import Testing
import YAML

struct YAMLValuesTests {
  @Test(arguments: [
    ("true", "true"), ("12", "12"), ("'null'", "null"), ("\"\"", ""), ("yes", "yes"),
    ("|\n  two\n  lines\n", "two\nlines\n"), ("!!str ~", "~"), ("+7 916", "+7 916"),
  ])
  func `any scalar but nothing is a text`(_ text: String, _ value: String) throws {
    #expect(try node(text).string() == value)
  }

  @Test(arguments: ["~", "null", "[]", "{}"])
  func `nothing, lists and mappings are no texts`(_ text: String) {
    #expect(throws: YAMLError.self) { try node(text).string() }
  }

  @Test func `only plain scalars are numbers and truth values`() throws {
    #expect(try node("-42").int() == -42)
    #expect(try node("True").bool())
    for text in ["'1'", "1.5", "1e3", "99999999999999999999", "one", "[1]"] {
      #expect(throws: YAMLError.self) { try node(text).int() }
    }
    for text in ["'true'", "yes", "on", "1", "{}"] {
      #expect(throws: YAMLError.self) { try node(text).bool() }
    }
  }

  @Test func `what was expected and what was found stand in the error`() throws {
    let root = try node("size: [1]\nwide: perhaps\n").mapping()
    #expect(
      message { try root.required("size").int() } == "f:1:7: Expected a whole number, found a list")
    #expect(
      message { try root.required("wide").bool() }
        == "f:2:7: Expected true or false, found \"perhaps\"")
    #expect(message { try root.required("high") } == "f:1:1: The key \"high\" is missing")
    #expect(
      message { try root.allow(["size", "width"]) }
        == "f:2:1: \"wide\" is not known here; known are size, width")
  }

  private func node(_ text: String) throws -> YAMLNode {
    try YAMLNode.document(in: Array(text.utf8), file: "f")
  }

  private func message(_ body: () throws -> some Any) -> String? {
    do {
      _ = try body()
      return nil
    } catch {
      return "\(error)"
    }
  }
}
