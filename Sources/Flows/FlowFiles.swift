import FoundationEssentials
import LocalStore
import Loyalty

/// Finds flow files in what was named on the command line.
public enum FlowFiles {
  /// Files as they were named, and all `.yaml` files of folders, in the order of their names.
  ///
  /// A folder named `subflows` holds parts of flows, not flows, as in Maestro.
  ///
  /// - Throws: `StorageProblem`: what stands there instead; `FlowError`: there is no flow.
  public static func find(_ paths: [String]) throws -> [String] {
    var files: [String] = []
    for path in paths {
      guard try NamedFile.isFolder(path) else {
        files.append(path)
        continue
      }
      guard let found = try? FileManager.default.subpathsOfDirectory(atPath: path) else {
        throw StorageProblem(path, .denied)
      }
      let flows = found.filter { $0.hasSuffix(".yaml") && !$0.contains("subflows/") }
      guard !flows.isEmpty else {
        throw FlowError(
          file: path, line: 0, message: "holds no flow (*.yaml)",
          russian: "сценариев (*.yaml) здесь нет")
      }
      files += flows.sorted().map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
    }
    return files
  }
}
