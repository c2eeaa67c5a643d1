import Glibc
import Synchronization

/// The file of a Unix socket: replaced when its server is gone, removed only while it is ours.
final class UnixSocket: Sendable {
  let path: String
  private let inode = Mutex<ino_t?>(nil)

  /// Throws when the path is too long, another kind of file stands there, or a server answers.
  init(_ path: String) throws(StartFailure) {
    self.path = path
    guard path.utf8.count < UnixSocket.longestPath, !path.isEmpty else {
      throw StartFailure("a socket's path has at most \(UnixSocket.longestPath - 1) bytes: \(path)")
    }
    guard let status = UnixSocket.status(path) else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else {
      throw StartFailure("not a socket, so it is left alone: \(path)")
    }
    guard !UnixSocket.isAnswered(path) else {
      throw StartFailure("a server answers on it already: \(path)")
    }
  }

  /// In words, why no socket can be made there; `nil` when one can.
  var refusal: String? {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "."
    return access(String(folder), W_OK | X_OK) == 0 ? nil : String(cString: strerror(errno))
  }

  /// After binding: for the owner only, and known again later.
  func claim() {
    chmod(path, 0o600)
    inode.withLock { $0 = UnixSocket.status(path)?.st_ino }
  }

  /// Another server may have taken the path while this one finished its requests.
  func remove() {
    guard let mine = inode.withLock({ $0 }), UnixSocket.status(path)?.st_ino == mine else { return }
    unlink(path)
  }

  private static let longestPath = MemoryLayout.size(ofValue: sockaddr_un().sun_path)

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }

  private static func isAnswered(_ path: String) -> Bool {
    let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var address = sockaddr_un(path: path)
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, length) == 0
      }
    }
  }
}
