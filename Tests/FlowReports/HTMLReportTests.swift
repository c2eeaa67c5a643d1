import App
import Cells
import FlowReports
import Loyalty
import Testing
import Themes

/// The page; the screens themselves are looked at by a person.
struct HTMLReportTests {
  @Test func `all there is to tell can be read without its script`() throws {
    let page = HTMLReport.page(try Sample.records())
    let (plain, script) = try parts(of: page)
    for text in [
      "F01-login", "F16-history", "assertVisible: { id: history.title }", "is not visible",
      "<h3>Expected</h3><pre>id history.title</pre>", "the screen of the login",
      "<li>login.title</li>", "<td>GET /v1/program</td><td>200</td><td>12 ms</td>", "no answer",
      "balance is 1240", "Tests/Flows/a.yaml:3", "3.04 s", "smoke", "owner: loyalty", "seed 7",
      "<b class=\"failed\">✗ 2</b>", "en, 80x24, dark",
    ] {
      #expect(plain.contains(text), "\(text)")
      #expect(!script.contains(text))
    }
    #expect(plain.contains("<html lang=\"en\">"))
  }

  @Test func `it is Russian for a Russian`() throws {
    let page = HTMLReport.page(try Sample.records(), in: .russian)
    #expect(page.contains("<html lang=\"ru\">"))
    #expect(page.contains("<h3>Ожидалось</h3>"))
    #expect(page.contains("3,04 с"))
    #expect(!page.contains("Expected"))
  }

  @Test func `no text can be markup`() throws {
    let page = HTMLReport.page([Sample.odd()])
    #expect(page.split(separator: "<script").count == 2)
    #expect(page.split(separator: "</script").count == 2)
    #expect(page.split(separator: "</style").count == 3)
    #expect(!page.contains("alert(1)</script>"))
    #expect(!page.contains("<!--"))
    #expect(
      page.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.value >= 0x20 && $0.value & 0xFFFE != 0xFFFE
      })
  }

  @Test func `it asks for nothing beyond itself`() throws {
    let page = HTMLReport.page(try Sample.records())
    #expect(page.contains("default-src 'none'"))
    let links = page.split(separator: "http").dropFirst().map { $0.prefix(30) }
    #expect(links.allSatisfy { $0.hasPrefix("-equiv") || $0.hasPrefix("://www.w3.org/2000/svg") })
    #expect(!page.contains(" src="))
    #expect(!page.contains("@import"))
  }

  @Test func `each screen is there once, and each step names it`() throws {
    let records = try [Sample.passed(), Sample.passed(), Sample.failed()]
    #expect(records[0].screens.count == 2)
    let page = HTMLReport.page(records)
    // The login in two languages, and another screen.
    #expect(page.split(separator: "data:image/svg+xml").count == 4)
    #expect(page.contains("data-before=\"0\" data-after=\"1\""))
    #expect(page.contains("data-before=\"0\" data-after=\"0\""))
  }

  @Test func `the screens are the app's own pictures`() throws {
    let page = HTMLReport.page([try Sample.passed()])
    let svg = FrameImage(of: try Sample.login(), in: .dark).svg
    let written = svg.replacing("\"", with: "'").replacing("%", with: "%25")
      .replacing("#", with: "%23").replacing("<", with: "%3C").replacing(">", with: "%3E")
      .replacing("\n", with: "")
    #expect(page.contains(written))
  }

  @Test func `a step that fails because of one inside it is not the one that is opened`() {
    var record = Sample.record("a", .failed)
    var outer = Sample.step("1", "runFlow: b.yaml", .failed)
    outer.hasFailedInside = true
    record.add(outer)
    record.add(Sample.step("1.1", "tapOn: x", .failed, StepFailure("no x")))
    #expect(record.failedStep?.path == "1.1")
    let page = HTMLReport.page([record])
    #expect(page.split(separator: "data-wrong").count == 2)
  }

  @Test func `no flows are a page too`() {
    #expect(HTMLReport.page([]).contains("<title>Flows</title>"))
  }

  /// The page without its script, and the script.
  private func parts(of page: String) throws -> (String, String) {
    let start = try #require(page.firstRange(of: "<script>"))
    let end = try #require(page.firstRange(of: "</script>"))
    return (
      String(page[..<start.lowerBound] + page[end.upperBound...]),
      String(page[start.upperBound..<end.lowerBound])
    )
  }
}
