import Loyalty
import Testing

struct NearestTests {
  private static let commands = ["open", "demo", "wallet", "content", "test"]

  @Test(arguments: [
    ("walet", "wallet"), ("tset", "test"), ("wal", "wallet"), ("DEMO", "demo"), ("opn", "open"),
    ("contnent", "content"), ("de", "demo"), ("wallett", "wallet"),
  ])
  func `a word with a slip is the one that was meant`(typed: String, meant: String) {
    #expect(nearest(typed, among: Self.commands) == meant)
  }

  @Test(arguments: [
    "", "x", "help", "zzz", "purchase", "тест", String(repeating: "w", count: 9000),
  ])
  func `a word like none of them is none`(typed: String) {
    #expect(nearest(typed, among: Self.commands) == nil)
  }

  @Test func `of several that fit the nearest is taken`() {
    #expect(nearest("diff", among: ["pull", "diff", "drift"]) == "diff")
    #expect(nearest("litn", among: ["init", "lint", "list"]) == "lint")
    #expect(nearest("anything", among: []) == nil)
  }
}
