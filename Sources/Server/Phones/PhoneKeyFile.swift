import Glibc

/// The phone key in a file beside the database: plain, of mode 0600, read as it is and made whole.
struct PhoneKeyFile {
  let path: String

  /// Links in the database's path are followed, so that all instances find one file.
  init(database: String) {
    path = PhoneKeyFile.resolved(database) + ".phone-key"
  }

  private static func resolved(_ path: String) -> String {
    if let real = real(path) { return real }
    // The database is about to be made.
    guard let slash = path.lastIndex(of: "/") else { return path }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (real(folder).map { $0 == "/" ? "" : $0 } ?? folder) + path[slash...]
  }

  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// So that the name outlasts a loss of power as the database does; what does not take it has no
  /// folders that could be lost.
  private func syncFolder() {
    guard let slash = path.lastIndex(of: "/") else { return }
    let folder = open(String(path[...slash]), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  /// `nil` when there is none.
  func read() throws(PhoneKeyRefusal) -> PhoneKey? {
    // NB: a pipe would else wait for who writes into it.
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT: return nil
      case ELOOP: throw .kind(path, "a link")
      case ENXIO: throw .kind(path, "a socket")
      case let code: throw .system(path, code)
      }
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .kind(path, "a folder")
    case S_IFIFO: throw .kind(path, "a pipe")
    default: throw .kind(path, "a device")
    }
    guard status.st_mode & 0o077 == 0 else { throw .mode(path, status.st_mode & 0o7777) }
    var bytes = [UInt8](repeating: 0, count: 2 * PhoneKey.length + 2)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw .system(path, errno) }
    var text = bytes.prefix(count)
    if text.last == UInt8(ascii: "\n") { text = text.dropLast() }
    guard let key = PhoneKey(hexadecimal: String(decoding: text, as: UTF8.self)) else {
      throw .contents(path)
    }
    return key
  }

  /// Makes the file with a fresh key, where there is none; the database's write lock is held, so
  /// that no other instance makes it too.
  ///
  /// It gets its name when it is whole: a server that is killed meanwhile leaves no half of a key.
  func make() throws(PhoneKeyRefusal) -> PhoneKey {
    let key = PhoneKey.random()
    let draft = "\(path).\(Token.text(Token.random(bytes: 6)))"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(path, errno) }
    let bytes = Array("\(key.hexadecimal)\n".utf8)
    let isWritten = write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
    let code = errno
    close(descriptor)
    guard isWritten, rename(draft, path) == 0 else {
      let reason = isWritten ? errno : code
      unlink(draft)
      throw .system(path, reason == 0 ? ENOSPC : reason)
    }
    syncFolder()
    return key
  }
}
