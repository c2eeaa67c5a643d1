import Glibc
import LocalStore
import Loyalty

/// Small files that nobody but their owner can read.
public enum PrivateFile {
  /// - Returns: `nil` when there is no such file; of a longer file `limit` bytes.
  public static func read(_ path: String, limit: Int) throws(SessionFileError) -> [UInt8]? {
    let descriptor: Int32
    do throws(StorageProblem) {
      descriptor = try PlainFile.open(path, O_RDONLY)
    } catch {
      if error.reason == .noFolder { return nil }
      throw SessionFileError(error)
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
    do throws(StorageProblem) {
      try PlainFile.check(path)
    } catch {
      throw SessionFileError(error)
    }
    let newPath = path + ".new"
    // A leftover of a crash may be another's by its mode: never write into an existing file.
    unlink(newPath)
    let descriptor = open(newPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw SessionFileError("cannot make", newPath) }
    do throws(SessionFileError) {
      try fill(descriptor, bytes, newPath)
      guard close(descriptor) == 0 else { throw SessionFileError("cannot close", newPath) }
    } catch {
      unlink(newPath)
      throw error
    }
    guard rename(newPath, path) == 0 else { throw SessionFileError("cannot replace", path) }
    syncFolder(of: path)
  }

  /// Closes the file when that does not work.
  private static func fill(
    _ descriptor: Int32, _ bytes: [UInt8], _ path: String
  ) throws(SessionFileError) {
    do throws(SessionFileError) {
      try write(bytes, to: descriptor, path)
      guard fsync(descriptor) == 0 else { throw SessionFileError("cannot sync", path) }
    } catch {
      close(descriptor)
      throw error
    }
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
