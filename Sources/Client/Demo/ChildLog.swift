import Glibc

/// What a child writes to its standard error; it can be read after the file is gone, as it is when a
/// server that cannot start removes the folder that both stand in.
final class ChildLog: Sendable {
  let path: String
  /// Negative where the file cannot be made: then nobody knows what the child says.
  private let descriptor: CInt

  /// Bytes; a line of a log is shorter.
  private static let tail = 4096
  /// Stands before what a program of ours refuses.
  private static let error = "Error: "

  init(_ path: String) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CREAT | O_CLOEXEC, 0o600)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The last line that says something, for an error message; empty when nothing was said.
  var lastLine: String {
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { return "" }
    var bytes = [UInt8](repeating: 0, count: ChildLog.tail)
    let start = max(0, status.st_size - ChildLog.tail)
    let count = pread(descriptor, &bytes, bytes.count, start)
    let lines = bytes.prefix(max(0, count)).split(separator: UInt8(ascii: "\n"))
    let words = lines.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
    return words.hasPrefix(ChildLog.error) ? String(words.dropFirst(ChildLog.error.count)) : words
  }
}
