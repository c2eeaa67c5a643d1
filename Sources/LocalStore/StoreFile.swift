import Glibc

/// A database's file, and what stands beside it in its folder.
struct StoreFile: Sendable {
  let folder: String
  var name = "store.sqlite"

  /// Of the database itself, its write-ahead log and the index of that.
  private static let suffixes = ["", "-wal", "-shm"]

  var path: String { "\(folder)/\(name)" }
  private var suspicion: String { path + ".suspect" }

  /// Whether there is a plain file or nothing yet.
  var isUsable: Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return true }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a reader has met damage in it.
  var isSuspect: Bool { access(suspicion, F_OK) == 0 }

  func suspect() {
    let descriptor = open(suspicion, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    // NB: without the mark the damage is met again, and then marked.
    if descriptor >= 0 { close(descriptor) }
  }

  func acquit() {
    unlink(suspicion)
  }

  /// Makes the folder and those above it, for the owner alone.
  func makeFolder() {
    var end = folder.startIndex
    while end < folder.endIndex {
      end = folder[folder.index(after: end)...].firstIndex(of: "/") ?? folder.endIndex
      // NB: an existing folder is fine; any other failure shows when the file is opened.
      mkdir(String(folder[..<end]), 0o700)
    }
  }

  /// Makes an empty file that only the owner can read, or takes the others' rights to it.
  ///
  /// NB: never opened here: to close any descriptor of a database drops the locks that this
  /// process holds on it (https://sqlite.org/howtocorrupt.html, 2.2).
  func makePrivate() {
    if mknod(path, S_IFREG | 0o600, 0) == 0 { return }
    for suffix in StoreFile.suffixes {
      var status = stat()
      guard stat(path + suffix, &status) == 0, status.st_mode & 0o077 != 0 else { continue }
      chmod(path + suffix, 0o600)
    }
  }

  /// Keeps a repair from moving the file while another process is opening or repairing it.
  ///
  /// - Parameter operation: `LOCK_SH` to open it, `LOCK_EX` to repair it.
  func locked<Result>(
    _ operation: Int32, _ body: () throws(LocalStoreError) -> Result
  ) throws(LocalStoreError) -> Result {
    let descriptor = try lock(".lock", operation)
    defer { close(descriptor) }
    return try body()
  }

  /// Takes a lock that stands beside the file.
  ///
  /// - Returns: a descriptor; to close it gives the lock back.
  func lock(_ suffix: String, _ operation: Int32) throws(LocalStoreError) -> Int32 {
    let lock = path + suffix
    let descriptor = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure("cannot make \(lock)") }
    while flock(descriptor, operation) != 0 {
      guard errno == EINTR else {
        close(descriptor)
        throw failure("cannot lock \(lock)")
      }
    }
    return descriptor
  }

  /// Renames the file with its log.
  ///
  /// - Returns: its new name, which was free.
  func setAside() throws(LocalStoreError) -> String {
    var number = 1
    var aside: String { "\(name).corrupt-\(number)" }
    while StoreFile.suffixes.contains(where: { access("\(folder)/\(aside)\($0)", F_OK) == 0 }) {
      number += 1
    }
    // The file itself last: killed before that, the next start finds the damage again.
    for suffix in StoreFile.suffixes.reversed() {
      guard rename(path + suffix, "\(folder)/\(aside)\(suffix)") == 0 || errno == ENOENT else {
        throw failure("\(path) is damaged and cannot be moved")
      }
    }
    acquit()
    return aside
  }

  private func failure(_ what: String) -> LocalStoreError {
    LocalStoreError(kind: .unusable, message: "\(what): \(String(cString: strerror(errno)))")
  }
}
