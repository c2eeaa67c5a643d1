import Glibc
import LocalStore
public import Loyalty

/// What the system refused to do with the session's files.
public struct SessionFileError: Error, Equatable, Sendable, CustomStringConvertible {
  public var problem: StorageProblem
  public var description: String

  init(_ problem: StorageProblem) {
    self.problem = problem
    description = problem.description
  }

  /// To be made right after the call that failed.
  init(_ action: String, _ path: String) {
    let code = errno
    problem = StorageProblem(path, code: code)
    description = "\(action) \(path): \(String(cString: strerror(code)))"
  }
}
