import Glibc
import Loyalty
import SQLite
import Testing

@testable import LocalStore

/// What a person is told of a store that fails: never SQLite's own words.
struct ToldErrorTests {
  @Test(
    arguments: [
      (5, .busy), (6, .busy), (11, .damaged), (26, .damaged), (10, .failing), (13, .full),
    ] as [(Int32, StorageProblem.Reason)])
  func `what SQLite refuses is a reason of ours, with the file`(
    code: Int32, reason: StorageProblem.Reason
  ) {
    let error = LocalStoreError(DatabaseError(code: code, message: "database is locked"), "/a")
    #expect(error.told == StorageProblem("/a", reason))
    // The log has both.
    #expect(error.logged == "\(error.told) (database is locked)")
  }

  @Test(
    arguments: [
      (EIO, .failing), (ESTALE, .failing), (ENAMETOOLONG, .nameTooLong), (EMFILE, .tooManyFiles),
      (EBUSY, .busy), (EACCES, .denied),
    ] as [(Int32, StorageProblem.Reason)])
  func `what the system refuses is a reason of ours`(code: Int32, reason: StorageProblem.Reason) {
    #expect(StorageProblem("/a", code: code).reason == reason)
  }
}
