import Glibc
import LocalStore
public import Loyalty

/// Where the client keeps its files (XDG Base Directory Specification 0.8).
public struct Folders: Sendable, Equatable {
  /// Where `config.yaml` stands.
  public var config: String
  /// The local store.
  public var data: String
  /// The session and the log.
  public var state: String
  /// What can be fetched again: pictures.
  public var cache: String
  /// What `~` stands for in a path that somebody types; `nil` when nobody knows.
  public var home: String?

  /// The person's own folders.
  ///
  /// - Parameters:
  ///   - variable: reads the environment.
  ///   - registered: the home of the user database, for when `HOME` names none.
  public init(
    environment variable: (String) -> String?,
    registered: () -> String? = { Folders.registeredHome }
  ) {
    // A relative one would be another folder in each place where the program is called.
    func whole(_ path: String?) -> String? { path.flatMap { $0.hasPrefix("/") ? $0 : nil } }
    let home = whole(variable("HOME")) ?? whole(registered())
    func folder(_ name: String, or standard: String) -> String {
      // The specification: a relative path is to be ignored.
      let own = whole(variable(name)) ?? home.map { "\($0)/\(standard)" }
      return own.map { "\($0)/loyalhub" } ?? Folders.nowhere
    }
    config = folder("XDG_CONFIG_HOME", or: ".config")
    data = folder("XDG_DATA_HOME", or: ".local/share")
    state = folder("XDG_STATE_HOME", or: ".local/state")
    cache = folder("XDG_CACHE_HOME", or: ".cache")
    self.home = home
  }

  /// Below it nothing can be made, by anybody.
  private static let nowhere = "/dev/null/no home"

  /// Why nothing can be read or kept, for a person without a home.
  public var problem: StorageProblem? {
    [config, data, state].contains(Folders.nowhere) ? .noHome : nil
  }

  /// The home that the user database has for whoever runs this.
  public static var registeredHome: String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16 << 10) { buffer in
      var entry = passwd()
      var found: UnsafeMutablePointer<passwd>?
      guard let start = buffer.baseAddress,
        getpwuid_r(geteuid(), &entry, start, buffer.count, &found) == 0, found != nil
      else { return nil }
      return entry.pw_dir.map { String(cString: $0) }
    }
  }

  /// All of it below one folder, for a demo or a test.
  public init(below root: String) {
    config = root + "/config"
    data = root + "/data"
    state = root + "/state"
    cache = root + "/cache"
    home = root
  }

  /// A path that somebody typed, without spaces around it.
  func expanded(_ path: String) -> String {
    var path = path[...]
    while path.first?.isWhitespace == true { path.removeFirst() }
    while path.last?.isWhitespace == true { path.removeLast() }
    guard let home, path == "~" || path.hasPrefix("~/") else { return String(path) }
    return home + path.dropFirst()
  }

  /// Makes a folder and those above it, readable by its owner only.
  public static func make(_ path: String) throws(StorageProblem) {
    try PlainFile.makeFolder(path)
  }

  /// Where files may stand that nobody needs later.
  public static var temporary: String {
    // NB: a relative one would be in the current folder, an empty one at the root.
    let own = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    return [own, "/tmp", "/dev/shm"].lazy.compactMap(\.self).first {
      var status = stat()
      return stat($0, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        && access($0, W_OK | X_OK) == 0
    } ?? own ?? "/tmp"
  }

  /// Data of different servers stay apart: a name that a server's address stands for.
  public static func name(for address: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in address.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let readable = address.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return String(readable.suffix(40)) + "-" + String(hash, radix: 16)
  }
}
