import Loyalty
import Testing

@testable import LocalStore

struct IntroTests {
  @Test func `that the intro was seen outlives a logout, and other choices do not`() throws {
    let store = try TemporaryFolder().open()
    try store.save(Samples.program, intro: Array("[]".utf8), at: Samples.now)
    try store.save("1", as: .introSeen)
    try store.save("city", as: .shopsOrigin)
    try store.forget()
    #expect(try store.choice(.introSeen) == "1")
    #expect(try store.choice(.shopsOrigin) == nil)
    #expect(try store.intro() == Array("[]".utf8))
  }

  @Test func `a program without slides has none`() throws {
    let store = try TemporaryFolder().open()
    #expect(try store.intro() == nil)
    try store.save(Samples.program, at: Samples.now)
    #expect(try store.intro() == nil)
  }
}
