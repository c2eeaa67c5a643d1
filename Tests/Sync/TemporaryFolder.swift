import Foundation

/// A folder that goes with the last who refers to it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/sync-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // A folder that stays harms nobody.
    try? FileManager.default.removeItem(atPath: path)
  }
}
