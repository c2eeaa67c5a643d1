import Contract
import Glibc

/// The right to change the session's file, given back when nobody refers to it any more.
public final class SessionLock: Sendable {
  private let file: SessionFile
  private let descriptor: Int32

  init(file: SessionFile, descriptor: Int32) {
    self.file = file
    self.descriptor = descriptor
  }

  deinit {
    if let memory = file.memory { memory.unlock() } else { close(descriptor) }
  }

  /// What another process may have written meanwhile; a file that makes no sense is set aside.
  public func read() throws(SessionFileError) -> Session? {
    let (session, isGarbled) = try file.contents()
    if isGarbled, rename(file.path, file.garbledPath) != 0 {
      throw SessionFileError("cannot set aside", file.path)
    }
    return session
  }

  /// Replaces the file as a whole: after a crash it holds the old session or the new one.
  public func write(_ session: Session) throws(SessionFileError) {
    if let memory = file.memory {
      memory.session = session
      return
    }
    try PrivateFile.replace(file.path, with: Wire.encode(session))
  }

  /// Removes the session, and what was set aside: there may be tokens in it.
  public func remove() throws(SessionFileError) {
    file.memory?.session = nil
    guard file.memory == nil else { return }
    for path in [file.path, file.garbledPath] {
      guard unlink(path) == 0 || errno == ENOENT else {
        throw SessionFileError("cannot remove", path)
      }
    }
  }
}
