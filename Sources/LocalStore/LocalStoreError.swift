import SQLite

/// Why the local store cannot be read or written.
public struct LocalStoreError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    /// The file is damaged; it is looked into and replaced at the next start.
    case corrupt
    /// Written by a newer version of the program; it was not touched.
    case tooNew
    /// The disk is full, may not be written, or another process holds it for too long.
    case unusable
  }

  public let kind: Kind
  public let message: String

  init(kind: Kind, message: String) {
    self.kind = kind
    self.message = message
  }

  init(_ error: any Error) {
    switch error {
    case let error as LocalStoreError: self = error
    case let error as DatabaseError:
      self.init(kind: error.isCorrupt ? .corrupt : .unusable, message: error.message)
    case let error as SchemaTooNew: self.init(kind: .tooNew, message: "\(error)")
    default: self.init(kind: .unusable, message: "\(error)")
    }
  }

  /// Tables that are not ours count as damage when the store is opened, and only then.
  init(opening error: any Error) {
    switch error {
    case let error as DatabaseError where error.isSchemaMismatch:
      self.init(kind: .corrupt, message: error.message)
    case let error as SchemaTooNew where error.found < 0:
      self.init(kind: .corrupt, message: "\(error)")
    default: self.init(error)
    }
  }

  public var description: String { message }
}
