public import Glibc
public import Loyalty

/// Files of ours are plain files, or they are not opened: a link may lead into another's file, and a
/// pipe would be waited for.
public enum PlainFile {
  /// Looks at what stands there without opening it; nothing is fine.
  public static func check(_ path: String) throws(StorageProblem) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw StorageProblem(path, code: errno)
    }
    if let occupant = StorageProblem.Occupant(mode: status.st_mode) {
      throw StorageProblem(path, .occupied(occupant))
    }
  }

  /// Opens a plain file at once, or refuses it by its name.
  ///
  /// - Returns: a descriptor; it is the caller's.
  public static func open(
    _ path: String, _ flags: Int32, mode: mode_t = 0o600
  ) throws(StorageProblem) -> Int32 {
    try check(path)
    // Also against what comes into its place just now.
    let safe = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
    let descriptor = Glibc.open(path, flags | safe, mode)
    guard descriptor >= 0 else { throw StorageProblem(path, code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw StorageProblem(path, mode: status.st_mode)
    }
    return descriptor
  }

  /// Makes a folder and those above it; a link to a folder is as good as one.
  ///
  /// - Parameter mode: for the owner alone where it is not given.
  public static func makeFolder(
    _ path: String, mode: mode_t = 0o700
  ) throws(StorageProblem) {
    var end = path.startIndex
    while end < path.endIndex {
      end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
      let folder = String(path[..<end])
      if mkdir(folder, mode) == 0 { continue }
      let code = errno
      var status = stat()
      guard stat(folder, &status) == 0 else {
        throw StorageProblem(folder, code: code == EEXIST ? errno : code)
      }
      guard status.st_mode & S_IFMT == S_IFDIR else {
        let isFile = status.st_mode & S_IFMT == S_IFREG
        throw StorageProblem(folder, .occupied(isFile ? .file : .other))
      }
    }
  }

  /// Writes a little into a folder and takes it away again: rights alone do not tell that a disk is
  /// full, that a quota is used up, or that a limit on files is in force.
  public static func probe(_ folder: String) throws(StorageProblem) {
    let path = "\(folder)/.probe-\(getpid())-\(UInt32.random(in: .min ... .max))"
    let descriptor = try open(path, O_WRONLY | O_CREAT | O_EXCL)
    defer { unlink(path) }
    let bytes = [UInt8](repeating: 0, count: probed)
    let count = write(descriptor, bytes, bytes.count)
    let code = errno
    guard close(descriptor) == 0 else { throw StorageProblem(folder, code: errno) }
    guard count == bytes.count else {
      throw StorageProblem(folder, code: count < 0 ? code : ENOSPC)
    }
  }

  /// Makes a new file, for its owner alone, with what another one holds.
  static func copy(_ path: String, to copy: String) throws(StorageProblem) {
    let source = try open(path, O_RDONLY)
    defer { close(source) }
    let target = try open(copy, O_WRONLY | O_CREAT | O_EXCL)
    defer { close(target) }
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = read(source, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw StorageProblem(path, code: errno) }
      if count == 0 { return }
      var rest = chunk[..<count]
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes { write(target, $0.baseAddress, $0.count) }
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw StorageProblem(copy, code: written < 0 ? errno : ENOSPC) }
        rest = rest.dropFirst(written)
      }
    }
  }

  /// Bytes: what a start writes at least.
  private static let probed = 64 << 10
}

extension StorageProblem {
  /// Something that is no plain file.
  public init(_ place: String, mode: mode_t) {
    self.init(place, StorageProblem.Occupant(mode: mode).map { .occupied($0) } ?? .noFolder)
  }

  /// - Parameter code: `errno`.
  public init(_ place: String, code: Int32) {
    var status = stat()
    // The same code for a pipe without a reader, a socket, and a device without hardware.
    if code == ENXIO, stat(place, &status) == 0 {
      self.init(place, .occupied(Occupant(mode: status.st_mode) ?? .device))
      return
    }
    let reason: Reason =
      switch code {
      case EACCES, EPERM: .denied
      case EROFS: .readOnly
      case ENOSPC, EDQUOT, EFBIG: .full
      case ENOENT: .noFolder
      case ENOTDIR: .occupied(.file)
      case EISDIR: .occupied(.folder)
      case ELOOP: .occupied(.link)
      case ENXIO: .occupied(.pipe)
      case EIO, ENODEV, ESTALE, ENOTCONN, ETIMEDOUT, EREMOTEIO: .failing
      case ENAMETOOLONG: .nameTooLong
      case EMFILE, ENFILE: .tooManyFiles
      case EBUSY, ETXTBSY, EAGAIN, EDEADLK: .busy
      default: .other(String(cString: strerror(code)))
      }
    self.init(place, reason)
  }
}

extension StorageProblem.Occupant {
  /// `nil` for a plain file.
  init?(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: return nil
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    default: self = .device
    }
  }
}
