import Glibc

/// Where the client keeps its files (XDG Base Directory Specification 0.8).
public struct Folders: Sendable, Hashable {
  /// Where `config.yaml` stands.
  public var config: String
  /// The local store.
  public var data: String
  /// The session and the log.
  public var state: String
  /// What `~` stands for in a path that somebody types.
  public var home: String

  /// The person's own folders.
  ///
  /// - Parameter variable: reads the environment.
  public init(environment variable: (String) -> String?) {
    let home = variable("HOME").flatMap { $0.isEmpty ? nil : $0 } ?? "."
    func folder(_ name: String, or standard: String) -> String {
      // The specification: a relative path is to be ignored.
      let own = variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
      return (own ?? "\(home)/\(standard)") + "/loyalhub"
    }
    config = folder("XDG_CONFIG_HOME", or: ".config")
    data = folder("XDG_DATA_HOME", or: ".local/share")
    state = folder("XDG_STATE_HOME", or: ".local/state")
    self.home = home
  }

  /// All of it below one folder, for a demo or a test.
  public init(below root: String) {
    config = root + "/config"
    data = root + "/data"
    state = root + "/state"
    home = root
  }

  /// A path that somebody typed, without spaces around it.
  func expanded(_ path: String) -> String {
    var path = path[...]
    while path.first?.isWhitespace == true { path.removeFirst() }
    while path.last?.isWhitespace == true { path.removeLast() }
    return path == "~" || path.hasPrefix("~/") ? home + path.dropFirst() : String(path)
  }

  /// Makes a folder and those above it, readable by its owner only.
  public static func make(_ path: String) {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += (prefix.isEmpty || prefix.hasSuffix("/") ? "" : "/") + part
      // NB: an existing folder is fine; any other failure shows when a file is opened in it.
      _ = mkdir(prefix, 0o700)
    }
  }

  /// Data of different servers stay apart: a name that a server's address stands for.
  public static func name(for address: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in address.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let readable = address.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return String(readable.suffix(40)) + "-" + String(hash, radix: 16)
  }
}
