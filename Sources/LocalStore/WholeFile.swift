import Glibc
public import Loyalty

/// Files for anyone to read, such as reports: each stands there whole or not at all.
public enum WholeFile {
  /// Writes a file in place of what stands there under its name, be it a link.
  public static func replace(_ path: String, _ text: String) throws(StorageProblem) {
    let draft = try draft(of: path, text)
    guard rename(draft, path) != 0 else { return }
    let code = errno
    unlink(draft)
    throw StorageProblem(path, code: code)
  }

  /// Writes a file that was not there.
  ///
  /// - Returns: `false` when something stands there, which stays.
  public static func create(_ path: String, _ text: String) throws(StorageProblem) -> Bool {
    // So that nothing is written where it would be thrown away.
    if NamedFile.exists(path) { return false }
    let draft = try draft(of: path, text)
    defer { unlink(draft) }
    if link(draft, path) == 0 { return true }
    guard errno == EEXIST else { throw StorageProblem(path, code: errno) }
    return false
  }

  /// The text under another name beside the file.
  private static func draft(of path: String, _ text: String) throws(StorageProblem) -> String {
    let start = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    let draft = "\(path[..<start]).\(getpid())-\(UInt32.random(in: .min ... .max))"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw StorageProblem(path, code: errno) }
    var rest = Array(text.utf8)[...]
    var code: Int32 = 0
    while !rest.isEmpty, code == 0 {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 || errno != EINTR {
        code = count == 0 ? ENOSPC : errno
      }
    }
    if close(descriptor) != 0, code == 0 { code = errno }
    guard code == 0 else {
      unlink(draft)
      throw StorageProblem(path, code: code)
    }
    return draft
  }
}
