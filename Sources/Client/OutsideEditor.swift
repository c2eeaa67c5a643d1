public import App
import FoundationEssentials
import Glibc
import Loyalty

/// The person's own editor (`VISUAL`, else `EDITOR`, else `vi`) for one text.
///
/// The text stands in a private file for as long as the editor runs. The command goes through the
/// shell with the file as its argument, as git(1) does, so that it may have options of its own.
public enum OutsideEditor {
  private static let longest = 1 << 20

  /// Waits for the editor; the terminal must be the editor's meanwhile.
  public static func edit(_ text: String) -> Result<String, OutsideFailure> {
    let folder = Folders.temporary
    var name = Array("\(folder)/loyalhub-XXXXXX.md\0".utf8CString)
    let descriptor = mkstemps(&name, 3)
    guard descriptor >= 0 else { return .failure(.failed) }
    let path = name.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    defer { unlink(path) }
    let bytes = Array(text.utf8)
    let written = write(descriptor, bytes, bytes.count)
    close(descriptor)
    guard written == bytes.count else { return .failure(.failed) }
    return run(path).flatMap { read(path) }
  }

  private static func run(_ path: String) -> Result<Void, OutsideFailure> {
    let names: [String] = ["VISUAL", "EDITOR"]
    let chosen = names.compactMap { name in getenv(name).map { String(cString: $0) } }
    let command = chosen.first { !$0.isEmpty } ?? "vi"
    let arguments: [String] = ["/bin/sh", "-c", "\(command) \"$@\"", command, path]
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Signals that the screen has taken over are the editor's again.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var process = pid_t()
    let code = posix_spawn(&process, "/bin/sh", nil, &attributes, &pointers, environ)
    guard code == 0 else { return .failure(.missing) }
    defer { forgetInterrupts() }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return .failure(.failed) }
    }
    // The shell's own words for "not found" and "not executable".
    let exit = (status >> 8) & 0xFF
    if status & 0x7F == 0, exit == 127 || exit == 126 { return .failure(.missing) }
    return status == 0 ? .success(()) : .failure(.failed)
  }

  /// What was typed to interrupt the editor was not meant for us.
  private static func forgetInterrupts() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGQUIT)
    var nothing = timespec()
    while sigtimedwait(&signals, nil, &nothing) > 0 {}
  }

  private static func read(_ path: String) -> Result<String, OutsideFailure> {
    guard let data = FileManager.default.contents(atPath: path), data.count <= longest,
      let text = String(validating: data, as: UTF8.self)
    else { return .failure(.unreadable) }
    return .success(text)
  }
}
