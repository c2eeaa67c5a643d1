import Glibc
import Synchronization

/// Files that take long to make: made once in a run, then copied for each test.
public final class FileTemplates: Sendable {
  private let made = Mutex<[String: String]>([:])

  public init() {}

  /// Copies a file to a path, with the write-ahead log beside it; the first time it is made.
  ///
  /// - Parameter make: writes the file at the path it gets, and leaves it closed.
  public func copy(_ name: String, to path: String, make: (String) throws -> Void) throws {
    let original = try made.withLock { made in
      if let original = made[name] { return original }
      let original = try makeFolder("template") + "/file"
      try make(original)
      made[name] = original
      return original
    }
    for suffix in ["", "-wal"] where access(original + suffix, F_OK) == 0 {
      try copyFile(original + suffix, to: path + suffix)
    }
  }
}

private func copyFile(_ source: String, to target: String) throws {
  let input = open(source, O_RDONLY | O_CLOEXEC)
  let output = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  defer {
    close(input)
    close(output)
  }
  guard input >= 0, output >= 0 else { throw NoCopy(path: target, code: errno) }
  while true {
    let count = sendfile(output, input, nil, 1 << 20)
    guard count >= 0 else { throw NoCopy(path: target, code: errno) }
    if count == 0 { return }
  }
}

struct NoCopy: Error {
  let path: String
  let code: Int32
}
