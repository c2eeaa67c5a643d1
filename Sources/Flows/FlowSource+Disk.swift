import App
public import FlowLanguage
import FoundationEssentials
import LocalStore
import Loyalty
import YAML

extension FlowSource {
  /// The files of this machine; `-` is the standard input.
  public static var disk: FlowSource {
    FlowSource(
      read: { path in
        try told {
          let own = path == "-" ? "/dev/stdin" : path
          return try NamedFile.read(own, most: YAMLLimits().bytes * 4)
        }
      },
      kind: { path in
        // What stands there and is neither, or may not be looked at, is told when it is read.
        guard NamedFile.exists(path) else { return nil }
        return (try? NamedFile.isFolder(path)) == true ? .folder : .file
      },
      list: { folder in
        try told {
          try NamedFile.checkFolder(folder)
          guard let all = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
            throw StorageProblem(folder, .denied)
          }
          return all
        }
      })
  }

  /// A problem of the disk in both languages.
  private static func told<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let problem as StorageProblem {
      let reason = StorageProblem("", problem.reason)
      throw FlowProblem(
        Place(problem.place), en: Phrasebook(.english).words(for: reason),
        ru: Phrasebook(.russian).words(for: reason))
    }
  }
}
