import Glibc
public import Loyalty

/// Files that a person names: unlike files of ours they may stand behind a link, and a program may
/// write them into a pipe (`<(…)`).
public enum NamedFile {
  /// Milliseconds without a byte after which a program that holds a pipe open is not waited for.
  private static let patience: Int32 = 10_000

  /// Reads all of it; nothing but a program that writes into a pipe is waited for.
  ///
  /// - Parameter most: bytes. Of what is longer there is some more than that, so that it is seen.
  /// - Throws: what stands there, when it is neither a file nor a pipe that somebody writes into.
  public static func read(_ path: String, most: Int) throws(StorageProblem) -> [UInt8] {
    let occupant = StorageProblem.Occupant(mode: try status(path).st_mode)
    // Not even opened: opening a device may do something.
    if let occupant, occupant != .pipe { throw StorageProblem(path, .occupied(occupant)) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw StorageProblem(path, code: errno) }
    defer { close(descriptor) }
    var opened = stat()
    // Also against what came into its place just now.
    guard fstat(descriptor, &opened) == 0, [S_IFREG, S_IFIFO].contains(opened.st_mode & S_IFMT)
    else { throw StorageProblem(path, mode: opened.st_mode) }
    let bytes = try all(of: descriptor, path, most: most)
    if bytes.isEmpty, opened.st_mode & S_IFMT == S_IFIFO {
      throw StorageProblem(path, .occupied(.silentPipe))
    }
    return bytes
  }

  /// Whether something stands there.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether a folder stands there.
  ///
  /// - Throws: when nothing does, or nobody may look.
  public static func isFolder(_ path: String) throws(StorageProblem) -> Bool {
    try status(path).st_mode & S_IFMT == S_IFDIR
  }

  /// - Throws: what stands there, when it is no folder.
  public static func checkFolder(_ path: String) throws(StorageProblem) {
    let mode = try status(path).st_mode
    guard mode & S_IFMT != S_IFDIR else { return }
    let occupant = StorageProblem.Occupant(mode: mode)
    throw StorageProblem(path, occupant.map { .notFolder($0) } ?? .occupied(.file))
  }

  private static func status(_ path: String) throws(StorageProblem) -> stat {
    var found = stat()
    guard stat(path, &found) != 0 else { return found }
    let code = errno
    var link = stat()
    guard [ENOENT, ELOOP].contains(code), lstat(path, &link) == 0,
      link.st_mode & S_IFMT == S_IFLNK
    else { throw StorageProblem(path, code: code) }
    throw StorageProblem(path, .occupied(.brokenLink))
  }

  private static func all(
    of descriptor: Int32, _ path: String, most: Int
  ) throws(StorageProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count <= most {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count > 0 {
        bytes += chunk[..<count]
      } else if count == 0 {
        break
      } else if errno == EAGAIN {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&wanted, 1, patience) != 0 else {
          throw StorageProblem(path, .occupied(.silentPipe))
        }
      } else if errno != EINTR {
        throw StorageProblem(path, code: errno)
      }
    }
    return bytes
  }
}
