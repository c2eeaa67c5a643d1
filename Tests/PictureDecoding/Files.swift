import FoundationEssentials
import Glibc
import TestSupport

/// Small files of each kind: 32×32 pixels, orange on the left and paper on the right.
enum Files {
  static let jpeg = bytes(
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywt\
    QFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09P\
    T09PT09PT09PT09PT09PT09PT0//wAARCAAgACADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAcF/8QAFBAB\
    AAAAAAAAAAAAAAAAAAAAAP/EABUBAQEAAAAAAAAAAAAAAAAAAAUG/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQAC\
    EQMRAD8AzQBChVcAqASgAUfVcAqAf//Z
    """)
  static let webp = bytes("UklGRioAAABXRUJQVlA4TB0AAAAvH8AHAA/wrPcH018Gff7jAWLBZP7SEfRH9D+KNwA=")
  static let png = bytes(
    """
    iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAABmJLR0QA/wD/AP+gvaeTAAAANElEQVRIiWPc6iHFQAqwX36O\
    JPVMJKkmA4xaMGrBqAWjFoxaMGrBqAWjFoxaMGrBqAXUAgAYQwMLNFvziwAAAABJRU5ErkJggg==
    """)

  private static func bytes(_ text: String) -> [UInt8] {
    Array(Data(base64Encoded: text) ?? Data())
  }

  /// The program that was built beside these tests.
  static let program: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let path = String(
      decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return (path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".") + "/loyalhub"
  }()
}

/// A program in a folder of its own that stands in for the one that decodes.
final class Script {
  let folder: String
  var path: String { folder + "/program" }

  /// - Parameter body: lines of a shell; `$answer` is a file with those bytes.
  init(_ body: String, answer: [UInt8] = []) throws {
    folder = try makeFolder("decoder")
    let text = "#!/bin/sh\nanswer=\(folder)/answer\n\(body)\n"
    try Data(answer).write(to: URL(filePath: folder + "/answer"))
    try Data(text.utf8).write(to: URL(filePath: path))
    chmod(path, 0o700)
  }

  deinit {
    for name in ["/answer", "/program"] { unlink(folder + name) }
    rmdir(folder)
  }
}
