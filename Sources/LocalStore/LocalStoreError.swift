import Glibc
public import Loyalty
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
  /// What the file system refuses, when it is that.
  public let problem: StorageProblem?

  /// The file, where that is known.
  private let path: String
  /// Another process holds the file.
  private let isBusy: Bool

  init(
    kind: Kind, message: String, problem: StorageProblem? = nil, path: String = "",
    isBusy: Bool = false
  ) {
    self.kind = kind
    self.message = message
    self.problem = problem
    self.path = path
    self.isBusy = isBusy
  }

  /// The same for a person, whatever it is: SQLite's own words are for the log.
  public var told: StorageProblem {
    if let problem { return problem }
    switch kind {
    case .corrupt: return StorageProblem(path, .damaged)
    case .tooNew: return StorageProblem(path, .newer)
    case .unusable: return StorageProblem(path, isBusy ? .busy : .failing)
    }
  }

  /// Both, for the log: what it is, and how SQLite says it.
  public var logged: String {
    message == told.description ? message : "\(told.description) (\(message))"
  }

  public init(_ problem: StorageProblem) {
    self.init(kind: .unusable, message: problem.description, problem: problem)
  }

  /// - Parameter path: the file, where that is known.
  init(_ error: any Error, _ path: String = "") {
    switch error {
    case let error as LocalStoreError: self = error
    case let error as StorageProblem: self.init(error)
    case let error as DatabaseError:
      self.init(
        kind: error.isCorrupt ? .corrupt : .unusable, message: error.message,
        problem: path.isEmpty ? nil : error.reason(path), path: path, isBusy: error.isBusy)
    case let error as SchemaTooNew: self.init(kind: .tooNew, message: "\(error)", path: path)
    default: self.init(kind: .unusable, message: "\(error)", path: path)
    }
  }

  /// Tables that are not ours count as damage when the store is opened, and only then.
  ///
  /// - Parameter path: the file.
  init(opening error: any Error, _ path: String) {
    switch error {
    case let error as DatabaseError where error.isSchemaMismatch:
      self.init(kind: .corrupt, message: error.message, path: path)
    case let error as SchemaTooNew where error.found < 0:
      self.init(kind: .corrupt, message: "\(error)", path: path)
    default: self.init(error, path)
    }
  }

  public var description: String { problem?.description ?? message }
}

extension DatabaseError {
  /// What the file system refuses; `nil` when it is something else.
  fileprivate func reason(_ path: String) -> StorageProblem? {
    if isFull { return StorageProblem(path, .full) }
    if isReadOnly {
      let isDisk = access(path, W_OK) != 0 && errno == EROFS
      return StorageProblem(path, isDisk ? .readOnly : .denied)
    }
    return isSystemRefusal && systemError != 0 ? StorageProblem(path, code: systemError) : nil
  }
}
