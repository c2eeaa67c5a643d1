/// The file was written by a newer version of the program, or by another program.
public struct SchemaTooNew: Error, Hashable, Sendable, CustomStringConvertible {
  /// `user_version` of the file; a negative one was never ours.
  public let found: Int
  public let known: Int

  public var description: String {
    "the database has schema \(found), this program knows \(known): use a newer version"
  }
}
