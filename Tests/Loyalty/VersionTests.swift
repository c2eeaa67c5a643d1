import Loyalty
import Testing

@Suite struct VersionTests {
  @Test func `versions order by major, then minor, then patch`() {
    let ordered = ["0.9.9", "1.0.0", "1.0.2", "1.0.10", "1.2.0", "2.0.0"].compactMap {
      Version($0)
    }
    #expect(ordered.count == 6)
    #expect(ordered.shuffled().sorted() == ordered)
  }

  @Test(arguments: [
    "", "1", "1.2", "1.2.3.4", "1..3", "01.2.3", "1.2.-3", "1.2.3 ", "v1.2.3", "1.2.3-beta",
    "1.2.9999999999",
  ])
  func `anything but three plain numbers is no version`(text: String) {
    #expect(Version(text) == nil)
  }

  @Test func `a version is written as it is read`() {
    #expect(Version("10.20.30")?.description == "10.20.30")
  }
}
