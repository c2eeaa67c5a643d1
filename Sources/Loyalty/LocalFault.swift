/// What fails on this machine without a file system that refuses anything; more is in the log.
public enum LocalFault: Hashable, Sendable {
  /// libcurl is missing, too old or does not start.
  case library
  /// What is kept makes no sense.
  case unreadable
  case other
}
