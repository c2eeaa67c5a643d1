import Foundation

/// Files that one test run makes and nobody needs afterwards.
enum TemporaryFile {
  static func path(_ name: String) -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    // NB: when the folder cannot be made, opening the file in it fails the test.
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appending(path: name).path(percentEncoded: false)
  }
}
