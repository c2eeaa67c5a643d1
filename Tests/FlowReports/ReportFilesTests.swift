import FlowReports
import FoundationEssentials
import Loyalty
import TestSupport
import Testing

/// The reports as files.
struct ReportFilesTests {
  @Test func `all are written each time, and nothing else of the folder is touched`() throws {
    let folder = try makeFolder("reports")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "mine".write(toFile: folder + "/notes.txt", atomically: true, encoding: .utf8)
    for _ in 0..<2 {
      try ReportFiles.write(try Sample.records(), to: folder + "/", in: .english)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(names == ["junit.xml", "notes.txt", "report.html", "report.jsonl"])
    }
  }

  @Test func `the same run is the same bytes`() throws {
    let texts = try (0..<2).map { _ in
      let records = try Sample.records()
      return [HTMLReport.page(records), JUnitReport.xml(records), JSONLines.text(records)]
    }
    #expect(texts[0] == texts[1])
  }

  /// For `Screen/test_reports`, which has them read by others.
  @Test(.enabled(if: named != nil, "LOYALHUB_REPORTS names no folder"))
  func samples() throws {
    let folder = try #require(Self.named)
    try ReportFiles.write(try Sample.records(), to: folder, in: .english)
    try ReportFiles.write(try Sample.records(), to: folder + "/ru", in: .russian)
  }

  private static let named = ProcessInfo.processInfo.environment["LOYALHUB_REPORTS"]
}
