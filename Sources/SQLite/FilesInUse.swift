import Glibc

/// Which file a path names, whatever it is called.
struct FileIdentity: Hashable {
  private let device: dev_t
  private let number: ino_t

  /// `nil` when there is none.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = status.st_dev
    number = status.st_ino
  }
}

/// The files of an open database, to be looked at before each write.
///
/// What is written to one without a name is lost when it is closed, nobody else sees it until then,
/// and SQLite says nothing.
struct FilesInUse {
  private let path: String
  private let file: FileIdentity
  /// The write-ahead log and its index, which nobody removes who knows that they are in use.
  private var log: [(path: String, identity: FileIdentity)] = []

  /// `nil` when there is no file.
  init?(_ path: String) {
    guard let file = FileIdentity(path) else { return nil }
    self.path = path
    self.file = file
  }

  /// Refuses when a path leads to no file any more, to another one, or when that cannot be seen.
  func check() throws(DatabaseError) {
    try FilesInUse.check(path, file, .moved)
    for (path, identity) in log { try FilesInUse.check(path, identity, .logMoved) }
  }

  private static func check(
    _ path: String, _ known: FileIdentity, _ moved: DatabaseError
  ) throws(DatabaseError) {
    guard let found = FileIdentity(path) else {
      throw [ENOENT, ENOTDIR].contains(errno) ? moved : .hidden(errno)
    }
    if found != known { throw moved }
  }

  /// To be called when something was written: then the log and its index are there.
  mutating func noteLog() {
    guard log.isEmpty else { return }
    let real = FilesInUse.real(path)
    log = ["-wal", "-shm"].compactMap { end in
      FileIdentity(real + end).map { (real + end, $0) }
    }
  }

  /// Behind all links, beside which SQLite keeps the log; as it is where there is no such file.
  static func real(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
