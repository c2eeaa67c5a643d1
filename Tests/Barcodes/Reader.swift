import Foundation

/// A program that reads symbols off pictures.
enum Reader: String {
  /// Debian's `zxing-cpp-tools`.
  case zxing = "ZXingReader"
  /// Debian's `zbar-tools`.
  case zbar = "zbarimg"

  struct Missing: Error, CustomStringConvertible {
    let program: String
    var description: String { "\(program) is not installed; .ci/setup installs it" }
  }

  /// What the program says about a picture: the symbol's kind and value, in its own words.
  func read(_ picture: Picture) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }  // A leftover harms nobody.
    let file = folder.appending(path: "screen.pgm")
    try Data(picture.greymap).write(to: file)

    let process = Process()
    process.executableURL = try program()
    let arguments: [String] = self == .zbar ? ["--quiet", "-Sean8.enable"] : []
    process.arguments = arguments + [file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }

  private func program() throws -> URL {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    for folder in folders {
      let candidate = "\(folder)/\(rawValue)"
      if FileManager.default.isExecutableFile(atPath: candidate) {
        return URL(filePath: candidate)
      }
    }
    throw Missing(program: rawValue)
  }
}
