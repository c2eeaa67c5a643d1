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

  /// Refuses when the path leads to no file any more, to another one, or when that cannot be seen.
  func check(_ path: String) throws(DatabaseError) {
    guard let found = FileIdentity(path) else {
      throw [ENOENT, ENOTDIR].contains(errno) ? .moved : .hidden(errno)
    }
    if found != self { throw .moved }
  }
}
