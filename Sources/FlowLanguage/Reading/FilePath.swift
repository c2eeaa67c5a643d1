enum FilePath {
  /// A path that a file names, from where that file is: without `.` and, where it can be, `..`.
  static func resolved(_ path: String, beside file: String) -> String {
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    let whole = path.hasPrefix("/") ? path : folder + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part == "..", whole.hasPrefix("/") {
        continue
      } else {
        parts.append(part)
      }
    }
    return (whole.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  static func isInside(_ folder: String, _ path: String) -> Bool {
    let folder = resolved(folder, beside: "")
    let path = resolved(path, beside: "")
    return !path.hasPrefix("../") && (folder.isEmpty || path.hasPrefix(folder + "/"))
  }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The name without `.yaml` or `.yml`.
  static func title(of path: String) -> String {
    let name = name(of: path)
    let ending = [".yaml", ".yml"].first { name.hasSuffix($0) } ?? ""
    return String(name.dropLast(ending.count))
  }
}
