import Glibc
import Loyalty

/// A database's file, and what stands beside it in its folder.
struct StoreFile: Sendable {
  let folder: String
  var name = "store.sqlite"
  /// Nothing is on the disk: what is stored goes with the process.
  var isInMemory = false

  static let inMemory = StoreFile(folder: "", name: "", isInMemory: true)

  /// Of the database itself, its write-ahead log and the index of that.
  private static let suffixes = ["", "-wal", "-shm"]
  /// What SQLite and we open beside it.
  private static let others = [
    "-journal", ".lock", ".changes", ".suspect", ".use", ".new", ".previous", ".previous.new",
  ]

  var path: String { isInMemory ? ":memory:" : "\(folder)/\(name)" }
  private var suspicion: String { path + ".suspect" }

  /// Refuses what is no plain file in the place of one of ours, before anything waits for it.
  func check() throws(LocalStoreError) {
    for suffix in StoreFile.suffixes + StoreFile.others {
      do throws(StorageProblem) {
        try PlainFile.check(path + suffix)
      } catch {
        throw LocalStoreError(error)
      }
    }
  }

  /// Whether a reader has met damage in it.
  var isSuspect: Bool { access(suspicion, F_OK) == 0 }

  func suspect() {
    if isInMemory { return }
    // NB: without the mark the damage is met again, and then marked.
    guard let descriptor = try? PlainFile.open(suspicion, O_WRONLY | O_CREAT) else { return }
    close(descriptor)
  }

  func acquit() {
    unlink(suspicion)
  }

  /// Makes the folder and those above it, for the owner alone.
  func makeFolder() throws(LocalStoreError) {
    do throws(StorageProblem) {
      try PlainFile.makeFolder(folder)
    } catch {
      throw LocalStoreError(error)
    }
  }

  /// Makes an empty file that only the owner can read, or takes the others' rights to it.
  ///
  /// NB: never opened here: to close any descriptor of a database drops the locks that this
  /// process holds on it (https://sqlite.org/howtocorrupt.html, 2.2).
  func makePrivate() {
    if isInMemory { return }
    if mknod(path, S_IFREG | 0o600, 0) == 0 { return }
    for suffix in StoreFile.suffixes {
      var status = stat()
      guard stat(path + suffix, &status) == 0, status.st_mode & 0o077 != 0 else { continue }
      chmod(path + suffix, 0o600)
    }
  }

  /// Its write-ahead log.
  var log: StoreFile { StoreFile(folder: folder, name: name + "-wal") }

  /// Bytes of the file; `nil` when there is none.
  var size: Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// When something was last written, to the nanosecond.
  var changed: (seconds: Int, nanoseconds: Int) {
    StoreFile.suffixes.prefix(2).map { suffix in
      var status = stat()
      guard stat(path + suffix, &status) == 0, suffix.isEmpty || status.st_size > 0 else {
        return (0, 0)
      }
      return (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }.max { $0 < $1 } ?? (0, 0)
  }

  /// Removes the file with its log.
  func remove() {
    for suffix in StoreFile.suffixes { unlink(path + suffix) }
  }

  /// Moves a file that no connection has open over this one, at once and for good.
  ///
  /// - Returns: whether it is there, even when the power fails now.
  func become(_ other: StoreFile) -> Bool {
    let descriptor = open(other.path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    let isWritten = fsync(descriptor) == 0
    close(descriptor)
    guard isWritten, rename(other.path, path) == 0 else { return false }
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if directory >= 0 {
      // NB: a file system that cannot do this writes names at once.
      fsync(directory)
      close(directory)
    }
    return true
  }

  /// Takes a lock only when nobody holds it.
  ///
  /// - Returns: a descriptor; to close it gives the lock back. `nil` when somebody does, or when no
  ///   lock can be made.
  func tryLock(_ suffix: String, _ operation: Int32) -> Int32? {
    // NB: where no lock can be made there is nothing to keep others from.
    guard let descriptor = try? PlainFile.open(path + suffix, O_RDWR | O_CREAT) else { return nil }
    if flock(descriptor, operation | LOCK_NB) == 0 { return descriptor }
    close(descriptor)
    return nil
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
    let descriptor: Int32
    do throws(StorageProblem) {
      // In memory there is nobody else.
      if isInMemory { return open("/dev/null", O_RDONLY | O_CLOEXEC) }
      descriptor = try PlainFile.open(lock, O_RDWR | O_CREAT)
    } catch {
      throw LocalStoreError(error)
    }
    while flock(descriptor, operation) != 0 {
      guard errno == EINTR else {
        close(descriptor)
        throw failure("cannot lock \(lock)")
      }
    }
    return descriptor
  }

  /// The name that the last damaged file got.
  var lastAside: String? {
    var number = 0
    while access("\(path).corrupt-\(number + 1)", F_OK) == 0 { number += 1 }
    return number > 0 ? "\(name).corrupt-\(number)" : nil
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
    let code = errno
    return LocalStoreError(
      kind: .unusable, message: "\(what): \(String(cString: strerror(code)))",
      problem: StorageProblem(path, code: code))
  }
}
