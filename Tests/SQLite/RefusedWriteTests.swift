import Glibc
import Testing

@testable import SQLite

struct RefusedWriteTests {
  /// 13 is `SQLITE_FULL`, 778 `SQLITE_IOERR_WRITE`, 266 `SQLITE_IOERR_READ`.
  @Test(
    arguments: [
      (13, 0, true), (778, EFBIG, true), (778, EDQUOT, true), (778, 0, true), (778, EIO, false),
      (266, 0, false),
    ] as [(Int32, Int32, Bool)])
  func `a quota and a limit on files are no room, as a full disk is`(
    code: Int32, reason: Int32, isFull: Bool
  ) {
    let error = DatabaseError(code: code, message: "", systemError: reason)
    #expect(error.isFull == isFull)
    #expect(error.isOfStorage)
  }
}
