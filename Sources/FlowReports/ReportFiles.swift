import FoundationEssentials
import LocalStore
public import Loyalty

/// All reports of a run, each time: `junit.xml`, `report.html`, `report.jsonl`.
public enum ReportFiles {
  /// Bytes of a report that is read again.
  private static let longest = 256 << 20

  /// Takes away the screenshots that the last run has left in a folder, and no other file.
  public static func clear(_ folder: String) throws(StorageProblem) {
    try PlainFile.makeFolder(folder, mode: 0o777)
    let report = "\(folder)/report.jsonl"
    guard NamedFile.exists(report),
      let bytes = try? NamedFile.read(report, most: longest)
    else { return }
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let left = try? JSONDecoder().decode(LeftFiles.self, from: Data(line)) else { continue }
      for name in left.screenshots where name == SafeName.file(name) {
        for end in [".txt", ".svg"] {
          try? FileManager.default.removeItem(atPath: "\(folder)/\(name)\(end)")
        }
      }
    }
  }

  private struct LeftFiles: Decodable {
    let screenshots: [String]
  }

  /// Writes them in place of those that are there; other files of the folder stay.
  public static func write(
    _ records: [FlowRecord], to folder: String, in language: Language
  ) throws(StorageProblem) {
    try PlainFile.makeFolder(folder, mode: 0o777)
    try WholeFile.replace("\(folder)/junit.xml", JUnitReport.xml(records))
    try WholeFile.replace("\(folder)/report.jsonl", JSONLines.text(records))
    try WholeFile.replace("\(folder)/report.html", HTMLReport.page(records, in: language))
  }
}
