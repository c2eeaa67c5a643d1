import FlowReports
import Testing

/// JUnit's XML; that it is valid is looked at by `Screen/test_reports`.
struct JUnitReportTests {
  @Test func `a flow is a suite with its tags and device, and a test case with its steps`() throws {
    let xml = JUnitReport.xml([try Sample.passed()])
    #expect(xml.contains("<testsuites name=\"Loyalhub\" tests=\"1\" failures=\"0\""))
    #expect(xml.contains("<property name=\"tags\" value=\"smoke\"/>"))
    #expect(xml.contains("<property name=\"language\" value=\"en\"/>"))
    #expect(xml.contains("<property name=\"size\" value=\"80x24\"/>"))
    #expect(xml.contains("<property name=\"seed\" value=\"7\"/>"))
    #expect(xml.contains("<property name=\"owner\" value=\"loyalty\"/>"))
    #expect(xml.contains("<testcase name=\"F01-login (en, 80x24, dark)\""))
    #expect(xml.contains("time=\"1.250\""))
    #expect(xml.contains("✓ 2 assertVisible: Phone\n"))
    #expect(xml.contains("\n  ✓ 3.1 tapOn: Continue"))
    #expect(!xml.contains("<failure"))
  }

  @Test func `a failure says its step, what was expected, what was there and what is nearest`()
    throws
  {
    let xml = JUnitReport.xml([try Sample.failed()])
    #expect(xml.contains("tests=\"1\" failures=\"1\""))
    #expect(xml.contains("message=\"{ id: history.title } is not visible\">"))
    #expect(xml.contains("2 assertVisible: { id: history.title }\nTests/Flows/a.yaml:3\n"))
    #expect(xml.contains("expected: id history.title\nactual: the screen of the login\n"))
    #expect(xml.contains("nearest: login.title, login.phone"))
    #expect(xml.contains("GET /v1/program 200 · 12 ms · 4bf92f3577b34da6"))
    #expect(xml.contains("POST /v1/session no answer · 3000 ms"))
    // The screen as it stood.
    #expect(xml.contains("Телефон"))
    #expect(xml.contains("· 3 back"))
  }

  @Test func `what was not played is skipped`() {
    let xml = JUnitReport.xml([Sample.record("a", .skipped), Sample.record("b", .notReached)])
    #expect(xml.split(separator: "<skipped ").count == 3)
    #expect(xml.contains("message=\"the run ended before it\""))
  }

  @Test func `no text can be markup, and what XML forbids is replaced`() {
    let xml = JUnitReport.xml([Sample.odd()])
    #expect(!xml.contains("<script"))
    #expect(!xml.contains("]]>"))
    #expect(xml.contains("&lt;/script&gt;"))
    #expect(
      xml.unicodeScalars.allSatisfy { scalar in
        scalar == "\n" || scalar.value >= 0x20 && scalar.value & 0xFFFE != 0xFFFE
      })
  }
}
