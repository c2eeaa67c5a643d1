import SQLite

/// Why the local store cannot be read or written.
public struct LocalStoreError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    case corrupt
    /// Written by a newer version of the program; it was not touched.
    case tooNew
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
      kind = error.isCorrupt ? .corrupt : .unusable
      message = error.message
    case let error as SchemaTooNew:
      kind = .tooNew
      message = "\(error)"
    default:
      kind = .unusable
      message = "\(error)"
    }
  }

  var isCorrupt: Bool { kind == .corrupt }

  public var description: String { message }
}
