import Loyalty
import Testing

@testable import LocalStore

/// What an editor has changed and not saved.
struct DraftTests {
  private let anna = Member.ID("anna")

  private func draft(_ text: String, _ generation: Int = 0, second: Int64 = 0) -> DraftRow {
    DraftRow(
      base: Array("{}".utf8), content: Array(text.utf8),
      savedAt: Samples.now.adding(seconds: second), generation: generation)
  }

  @Test func `a draft belongs to a member, outlives a logout, and is gone when it is forgotten`()
    throws
  {
    let store = try TemporaryFolder().open()
    #expect(try store.keep(draft("a"), of: "news", by: anna) == nil)
    try store.forget()
    #expect(try store.draft(of: "news", by: anna)?.content == Array("a".utf8))
    #expect(try store.draft(of: "news", by: .init("boris")) == nil)
    #expect(try store.drafts(by: .init("boris")).isEmpty)
    try store.forgetDraft(of: "news", by: anna)
    #expect(try store.draft(of: "news", by: anna) == nil)
  }

  @Test func `who writes over another generation writes nothing and gets the other one`() throws {
    let store = try TemporaryFolder().open()
    #expect(try store.keep(draft("a"), of: "news", by: anna) == nil)
    let other = try store.keep(draft("b"), of: "news", by: anna)
    #expect(other?.content == Array("a".utf8) && other?.generation == 1)
    #expect(try store.keep(draft("b", 1), of: "news", by: anna) == nil)
    #expect(try store.draft(of: "news", by: anna)?.content == Array("b".utf8))
  }

  @Test func `all of a member's are listed, the newest first`() throws {
    let store = try TemporaryFolder().open()
    for (second, screen) in ["news", "faq", "about"].enumerated() {
      _ = try store.keep(draft(screen, second: Int64(second)), of: screen, by: anna)
    }
    #expect(
      try store.drafts(by: anna).map(\.content)
        == ["about", "faq", "news"].map { Array($0.utf8) })
  }
}
