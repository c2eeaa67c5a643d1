import Contract
import FoundationEssentials
import Glibc
import LocalStore
public import Loyalty

/// Where the session of this machine's member lives: `session.json`, readable by its owner only.
///
/// Several processes may use it. It is read at any time, since it is replaced as a whole; it is
/// changed only under `session.lock`, which the kernel gives back when its holder dies.
public struct SessionFile: Sendable {
  public let folder: String
  /// Where the session is when it goes with the process.
  let memory: SessionMemory?

  /// Touches nothing on the disk.
  public init(folder: String) {
    self.folder = folder
    memory = nil
  }

  private init(_ memory: SessionMemory) {
    folder = ""
    self.memory = memory
  }

  /// A session that goes with the process, where nothing can be kept.
  public static func inMemory() -> SessionFile { SessionFile(SessionMemory()) }

  /// Whether a session can be read here, and be kept.
  public func check() throws(StorageProblem) {
    guard memory == nil else { return }
    try PlainFile.makeFolder(folder)
    for path in [path, garbledPath] { try PlainFile.check(path) }
    close(try PlainFile.open(lockPath, O_RDWR | O_CREAT))
    if access(path, F_OK) == 0 { close(try PlainFile.open(path, O_RDONLY)) }
    try PlainFile.probe(folder)
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
    if let memory { return memory.tryLock() ? SessionLock(file: self, descriptor: -1) : nil }
    let descriptor: Int32
    do throws(StorageProblem) {
      try PlainFile.makeFolder(folder)
      descriptor = try PlainFile.open(lockPath, O_RDWR | O_CREAT)
    } catch {
      throw SessionFileError(error)
    }
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
    if let memory { return (memory.session, false) }
    guard let bytes = try PrivateFile.read(path, limit: 64 << 10) else { return (nil, false) }
    do {
      return (try Wire.decode(Session.self, from: bytes), false)
    } catch {
      return (nil, true)
    }
  }
}
