import ArgumentParser
import Glibc
import LocalStore
import Loyalty

/// Where a password is: never on the command line, where other users see it.
struct PasswordFile: ParsableArguments {
  @Option(help: "A file whose first line is the password of the zip.")
  var passwordFile: String?

  /// Bytes; a longer line is no password.
  private static let longest = 4096
  /// Milliseconds until somebody opens a pipe for writing.
  private static let patience: Int32 = 2000
  /// Milliseconds until whoever has opened it writes: a program may ask a person first.
  private static let longPatience: Int32 = 120_000

  /// The file's first line; a pipe is waited for as long as somebody writes into it.
  func password() throws(StorageProblem) -> String? {
    guard let passwordFile else { return nil }
    let descriptor = open(passwordFile, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw StorageProblem(passwordFile, code: errno) }
    defer { close(descriptor) }
    let text = try PasswordFile.firstLine(descriptor, passwordFile).withoutByteOrderMark
    guard let password = String(validating: text, as: UTF8.self) else {
      throw StorageProblem(passwordFile, .noText)
    }
    // An empty one would be none, and the zip open to everybody.
    guard !password.isEmpty else { throw StorageProblem(passwordFile, .emptyLine) }
    return password
  }

  private static func firstLine(
    _ descriptor: Int32, _ path: String
  ) throws(StorageProblem) -> [UInt8] {
    var line: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: longest)
    var isPipeWithWriter = false
    while line.count < longest {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count > 0 {
        line += chunk[..<count]
        if let end = line.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
          return Array(line[..<end])
        }
        continue
      }
      if count < 0, errno == EINTR { continue }
      guard count == 0 || errno == EAGAIN else { throw StorageProblem(path, code: errno) }
      // NB: at the end of a pipe that nobody has opened yet there is nothing, as at a real end.
      let hasWriter = count < 0
      if !hasWriter, isPipeWithWriter || !line.isEmpty || !isPipe(descriptor) { return line }
      isPipeWithWriter = hasWriter
      var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waited, 1, hasWriter ? longPatience : patience)
      if ready == 0 { throw StorageProblem(path, .occupied(.silentPipe)) }
      // Hung up: whoever wrote has come and gone, and what they wrote is read above.
      if waited.revents & Int16(POLLIN) == 0, ready > 0 { isPipeWithWriter = true }
    }
    return line
  }

  private static func isPipe(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }
}
