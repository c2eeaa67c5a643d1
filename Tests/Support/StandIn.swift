import Glibc

/// The program that was built beside these tests.
public let builtProgram: String = {
  var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
  let path = String(
    decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return (path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".") + "/loyalhub"
}()

/// A program in a folder of its own that stands in for one of ours.
public final class StandIn {
  public let folder: String
  public var path: String { folder + "/program" }

  /// - Parameter body: lines of a shell; `$answer` is a file with those bytes.
  public init(_ body: String, answer: [UInt8] = []) throws {
    folder = try makeFolder("stand-in")
    let text = "#!/bin/sh\nanswer=\(folder)/answer\n\(body)\n"
    try write(answer, to: folder + "/answer", mode: 0o600)
    try write(Array(text.utf8), to: path, mode: 0o700)
  }

  /// What the program has written into `$answer`.
  public func answer() -> String {
    let file = open(folder + "/answer", O_RDONLY | O_CLOEXEC)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = file < 0 ? 0 : read(file, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  deinit {
    for name in ["/answer", "/program"] { unlink(folder + name) }
    rmdir(folder)
  }
}

private func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws {
  let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
  defer { close(file) }
  guard file >= 0, Glibc.write(file, bytes, bytes.count) == bytes.count else {
    throw NoCopy(path: path, code: errno)
  }
}
