import LocalStore
public import Loyalty

/// All reports of a run, each time: `junit.xml`, `report.html`, `report.jsonl`.
public enum ReportFiles {
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
