import App
import Glibc

/// A file that is made once and for its owner alone; whatever stands there already stays.
struct ExportFile {
  /// Where relative paths begin.
  let folder: String
  /// What the file is called when a folder was given.
  let name: String
  /// What `~` stands for; `nil` when nobody knows.
  var home: String?
  /// `write(2)`, for tests another one.
  var put: (Int32, UnsafeRawBufferPointer) -> Int = { Glibc.write($0, $1.baseAddress, $1.count) }

  /// Writes all of it, or leaves nothing behind.
  ///
  /// - Parameter typed: a path as a person types it; `~` is their home.
  /// - Returns: the whole path.
  func write(_ bytes: [UInt8], to typed: String) throws(ExportFailure) -> String {
    let path = try place(typed)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw ExportFailure(errno) }
    do throws(ExportFailure) {
      do throws(ExportFailure) {
        try fill(descriptor, with: bytes)
        guard fsync(descriptor) == 0 else { throw ExportFailure(errno) }
      } catch {
        close(descriptor)
        throw error
      }
      guard close(descriptor) == 0 else { throw ExportFailure(errno) }
    } catch {
      // Half a file looks like a whole one.
      unlink(path)
      throw error
    }
    return path
  }

  private func fill(_ descriptor: Int32, with bytes: [UInt8]) throws(ExportFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { put(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw ExportFailure(count == 0 ? ENOSPC : errno) }
      rest = rest.dropFirst(count)
    }
  }

  private func place(_ typed: String) throws(ExportFailure) -> String {
    var path = typed
    if path == "~" || path.hasPrefix("~/"), let home { path = home + path.dropFirst() }
    if !path.hasPrefix("/") { path = try whole(folder) + "/" + path }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      path += path.hasSuffix("/") ? name : "/" + name
    }
    return path
  }

  private func whole(_ folder: String) throws(ExportFailure) -> String {
    guard let path = realpath(folder, nil) else { throw ExportFailure(errno) }
    defer { free(path) }
    return String(cString: path)
  }
}

extension ExportFailure {
  init(_ code: Int32) {
    switch code {
    case EEXIST, ELOOP: self = .exists
    case ENOENT, ENOTDIR: self = .noFolder
    case EACCES, EPERM, EROFS: self = .denied
    case ENOSPC, EDQUOT, EFBIG: self = .full
    default: self = .other(cause: String(cString: strerror(code)))
    }
  }
}
