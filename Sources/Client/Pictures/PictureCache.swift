import Glibc
import LocalStore
import Loyalty

/// Pictures of the business on the disk, each in a file that is named by the digest of its bytes.
///
/// Whatever goes wrong with it costs a request, and nothing else: it is never told.
public struct PictureCache: Sendable {
  let folder: String
  /// Bytes of all files; beyond them the longest unused go.
  let mostBytes: Int

  public init(folder: String, mostBytes: Int = 32 << 20) {
    self.folder = folder
    self.mostBytes = mostBytes
  }

  /// The bytes; `nil` where they are not there, or are not what their name says.
  func bytes(of sha256: String) -> [UInt8]? {
    guard Picture.isDigest(sha256), let descriptor = try? PlainFile.open(path(sha256), O_RDONLY)
    else { return nil }
    defer { close(descriptor) }
    guard let bytes = PictureCache.read(descriptor), Picture.digest(of: bytes) == sha256 else {
      unlink(path(sha256))
      return nil
    }
    // It was used: it stays longer than others.
    futimens(descriptor, nil)
    return bytes
  }

  /// Keeps what has come, if there is room for it.
  func keep(_ bytes: [UInt8], as sha256: String) {
    guard Picture.isDigest(sha256), (try? PlainFile.makeFolder(folder)) != nil else { return }
    let fresh = "\(folder)/.new-\(getpid())-\(UInt32.random(in: .min ... .max))"
    guard let descriptor = try? PlainFile.open(fresh, O_WRONLY | O_CREAT | O_EXCL) else { return }
    let written = write(descriptor, bytes, bytes.count)
    // NB: what is half written never has the name of the whole.
    guard close(descriptor) == 0, written == bytes.count, rename(fresh, path(sha256)) == 0 else {
      unlink(fresh)
      return
    }
    prune()
  }

  /// Forgets all of them.
  func clear() {
    for file in files() { unlink("\(folder)/\(file.name)") }
    rmdir(folder)
  }

  private func path(_ sha256: String) -> String { "\(folder)/\(sha256)" }

  private static func read(_ descriptor: Int32) -> [UInt8]? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0,
      status.st_size <= Picture.Limit.bytes
    else { return nil }
    let size = Int(status.st_size)
    var bytes = [UInt8](repeating: 0, count: size)
    let count = Glibc.read(descriptor, &bytes, size)
    return count == size ? bytes : nil
  }

  private struct File {
    let name: String
    let bytes: Int
    let used: timespec
  }

  private func files() -> [File] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var files: [File] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var status = stat()
      guard name != ".", name != "..", lstat("\(folder)/\(name)", &status) == 0,
        status.st_mode & S_IFMT == S_IFREG
      else { continue }
      files.append(File(name: name, bytes: Int(status.st_size), used: status.st_mtim))
    }
    return files
  }

  private func prune() {
    var files = files()
    var sum = files.reduce(0) { $0 + $1.bytes }
    guard sum > mostBytes else { return }
    files.sort { ($0.used.tv_sec, $0.used.tv_nsec) < ($1.used.tv_sec, $1.used.tv_nsec) }
    for file in files where sum > mostBytes {
      unlink("\(folder)/\(file.name)")
      sum -= file.bytes
    }
  }
}
