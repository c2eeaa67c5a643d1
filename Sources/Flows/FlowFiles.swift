import FoundationEssentials

/// Finds flow files in what was named on the command line.
public enum FlowFiles {
  /// Files as they were named, and all `.yaml` files of folders, in the order of their names.
  ///
  /// A folder named `subflows` holds parts of flows, not flows, as in Maestro.
  public static func find(_ paths: [String]) throws(FlowError) -> [String] {
    var files: [String] = []
    for path in paths {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw FlowError(file: path, line: 0, message: "there is no such file")
      }
      guard isFolder else {
        files.append(path)
        continue
      }
      let found: [String]
      do {
        found = try FileManager.default.subpathsOfDirectory(atPath: path)
      } catch {
        throw FlowError(file: path, line: 0, message: "cannot be listed")
      }
      let flows = found.filter { $0.hasSuffix(".yaml") && !$0.contains("subflows/") }
      guard !flows.isEmpty else {
        throw FlowError(file: path, line: 0, message: "holds no flow (*.yaml)")
      }
      files += flows.sorted().map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
    }
    return files
  }
}
