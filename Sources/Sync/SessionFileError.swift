import Glibc

/// What the system refused to do with the session's files.
public struct SessionFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// `errno`.
  public var code: Int32
  public var description: String

  /// To be made right after the call that failed.
  init(_ action: String, _ path: String) {
    code = errno
    description = "\(action) \(path): \(String(cString: strerror(code)))"
  }
}
