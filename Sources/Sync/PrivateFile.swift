import Glibc

/// Small files that nobody but their owner can read.
public enum PrivateFile {
  /// - Returns: `nil` when there is no such file; of a longer file `limit` bytes.
  public static func read(_ path: String, limit: Int) throws(SessionFileError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw SessionFileError("cannot open", path)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while bytes.count < limit {
      let count = Glibc.read(descriptor, &chunk, min(chunk.count, limit - bytes.count))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SessionFileError("cannot read", path) }
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// Writes beside the file, then puts it in its place; a crash leaves the one or the other.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(SessionFileError) {
    let newPath = path + ".new"
    // A leftover of a crash may be another's by its mode: never write into an existing file.
    unlink(newPath)
    let descriptor = open(newPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw SessionFileError("cannot make", newPath) }
    do throws(SessionFileError) {
      defer { close(descriptor) }
      try write(bytes, to: descriptor, newPath)
      guard fsync(descriptor) == 0 else { throw SessionFileError("cannot sync", newPath) }
    } catch {
      unlink(newPath)
      throw error
    }
    guard rename(newPath, path) == 0 else { throw SessionFileError("cannot replace", path) }
    syncFolder(of: path)
  }

  private static func write(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(SessionFileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SessionFileError("cannot write", path) }
      rest = rest.dropFirst(count)
    }
  }

  /// Makes the new name last; a file system that cannot do that has done what it can.
  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
