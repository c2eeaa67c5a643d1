import Contract
import FoundationEssentials
import Glibc

/// Where the session of this machine's member lives: `session.json`, readable by its owner only.
///
/// Several processes may use it. It is read at any time, since it is replaced as a whole; it is
/// changed only under `session.lock`, which the kernel gives back when its holder dies.
public struct SessionFile: Sendable {
  public let folder: String

  /// Touches nothing on the disk.
  public init(folder: String) {
    self.folder = folder
  }

  /// The session; `nil` when nobody is signed in, or when the file makes no sense (it is then set
  /// aside as `session.garbled.json`).
  public func read() throws(SessionFileError) -> Session? {
    let (session, isGarbled) = try contents()
    guard isGarbled, let lock = try tryLock() else { return session }
    return try lock.read()
  }

  /// The right to change the file; `nil` while another holds it.
  public func tryLock() throws(SessionFileError) -> SessionLock? {
    try makeFolder()
    let descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw SessionFileError("cannot open", lockPath) }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      let error = errno == EWOULDBLOCK ? nil : SessionFileError("cannot lock", lockPath)
      close(descriptor)
      guard let error else { return nil }
      throw error
    }
    return SessionLock(file: self, descriptor: descriptor)
  }

  var path: String { folder + "/session.json" }
  var garbledPath: String { folder + "/session.garbled.json" }
  private var lockPath: String { folder + "/session.lock" }

  func contents() throws(SessionFileError) -> (session: Session?, isGarbled: Bool) {
    guard let bytes = try PrivateFile.read(path, limit: 64 << 10) else { return (nil, false) }
    do {
      return (try Wire.decode(Session.self, from: bytes), false)
    } catch {
      return (nil, true)
    }
  }

  private func makeFolder() throws(SessionFileError) {
    var prefix = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      prefix += (prefix.isEmpty || prefix.hasSuffix("/") ? "" : "/") + part
      guard mkdir(prefix, 0o700) == 0 || errno == EEXIST else {
        throw SessionFileError("cannot make the folder", prefix)
      }
    }
  }
}
