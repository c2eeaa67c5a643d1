import Glibc
import TestSupport
import Testing

@testable import SQLite

/// Connections that read beside the one that writes.
struct ReaderTests {
  private func open(_ folder: TemporaryFolder, readers: Int = 2) throws -> Database {
    let database = try Database(path: folder.database, busyTimeout: 0, readers: readers)
    try database.migrate(["CREATE TABLE number (n INTEGER PRIMARY KEY) STRICT"])
    return database
  }

  @Test(arguments: ["IMMEDIATE", "EXCLUSIVE"])
  func `reads go on while another process holds the lock, writes are told that it is busy`(
    kind: String
  ) throws {
    let folder = try TemporaryFolder()
    let database = try open(folder)
    try database.insert(1)
    let backup = try Connection(path: folder.database, readOnly: false, busyTimeout: 0)
    try backup.execute("BEGIN \(kind)")
    try onThreads(6) { _ in
      for _ in 0..<20 { try check(database.numbers == [1]) }
    }
    let start = ContinuousClock.now
    let error = #expect(throws: DatabaseError.self) {
      try database.write(locking: [], within: 30) { try $0.insert(2) }
    }
    #expect(error?.isBusy == true)
    #expect(ContinuousClock.now - start >= .milliseconds(30))
    try backup.execute("COMMIT")
    try database.write(locking: [], within: 0) { try $0.insert(3) }
    #expect(try database.numbers == [1, 3])
  }

  @Test func `nothing is written to a file that was removed or replaced`() throws {
    let folder = try TemporaryFolder()
    let database = try open(folder)
    try database.insert(1)
    let other = folder.path + "/other"
    #expect(rename(folder.database, other) == 0)
    let removed = #expect(throws: DatabaseError.self) { try database.insert(2) }
    #expect(removed?.isMoved == true)
    try overwrite(folder.database, with: [])
    let replaced = #expect(throws: DatabaseError.self) { try database.insert(3) }
    #expect(replaced?.isMoved == true)
    #expect(try database.numbers == [1])
    #expect(rename(other, folder.database) == 0)
    try database.insert(4)
    #expect(try database.numbers == [1, 4])
  }

  @Test(arguments: ["-wal", "-shm"])
  func `nothing is written to a log that was removed or replaced`(end: String) throws {
    let folder = try TemporaryFolder()
    let link = folder.path + "/link"
    #expect(symlink(folder.database, link) == 0)
    let database = try Database(path: link, busyTimeout: 0, readers: 2)
    try database.migrate(["CREATE TABLE number (n INTEGER PRIMARY KEY) STRICT"])
    try database.insert(1)
    let kept = folder.path + "/kept"
    #expect(rename(folder.database + end, kept) == 0)
    let removed = #expect(throws: DatabaseError.self) { try database.insert(2) }
    #expect(removed?.isMoved == true && removed?.isLogMoved == true)
    try overwrite(folder.database + end, with: [])
    let replaced = #expect(throws: DatabaseError.self) { try database.insert(3) }
    #expect(replaced?.isLogMoved == true)
    #expect(rename(kept, folder.database + end) == 0)
    try database.insert(4)
    #expect(try database.numbers == [1, 4])
  }

  @Test func `a long write of our own makes no reader wait`() throws {
    let database = try open(try TemporaryFolder())
    try database.write(locking: []) { connection in
      try connection.insert(1)
      try onThreads(4) { _ in try check(database.numbers.isEmpty) }
      #expect(try database.numbers == [1])
    }
    #expect(try database.numbers == [1])
  }

  @Test func `who waits for nobody is told that another thread is writing`() throws {
    let database = try open(try TemporaryFolder())
    try database.write(locking: []) { connection in
      try connection.insert(1)
      try onThreads(1) { _ in
        do {
          try database.write(locking: [], within: 0) { try $0.insert(2) }
          try check(false)
        } catch let error as DatabaseError {
          try check(error.isBusy)
        }
      }
    }
    try database.write(locking: [], within: 0) { try $0.insert(3) }
    #expect(try database.numbers == [1, 3])
  }

  @Test func `what a reader writes itself is refused`() throws {
    let database = try open(try TemporaryFolder())
    let error = #expect(throws: DatabaseError.self) { try database.read { try $0.insert(1) } }
    #expect(error?.isReadOnly == true)
  }

  @Test func `more threads than connections wait for their turn`() throws {
    let database = try open(try TemporaryFolder(), readers: 2)
    try onThreads(12) { index in
      for number in 0..<25 {
        if index == 0 { try database.insert(Int64(number)) }
        let numbers = try database.numbers
        try check(numbers == Array(0..<Int64(numbers.count)))
      }
    }
    #expect(try database.numbers.count == 25)
  }

  @Test func `the version of the data waits for no writer, and tells of each`() throws {
    let folder = try TemporaryFolder()
    let database = try open(folder)
    var version = try database.dataVersion()
    #expect(try database.dataVersion() == version)
    for writer in [database, try open(folder)] {
      try writer.insert(writer === database ? 1 : 2)
      let next = try database.dataVersion()
      #expect(next != version)
      version = next
    }
    try database.write(locking: []) { connection in
      try connection.insert(3)
      try onThreads(1) { [version] _ in try check(database.dataVersion() == version) }
    }
  }

  @Test func `a database that is closed leaves no log, and refuses to be read`() throws {
    let folder = try TemporaryFolder()
    let database = try open(folder)
    try database.insert(1)
    #expect(try database.numbers == [1])
    database.close()
    #expect(access(folder.database + "-wal", F_OK) != 0)
    #expect(throws: DatabaseError.self) { try database.numbers }
    #expect(throws: DatabaseError.self) { try database.dataVersion() }
  }

  @Test func `a database in memory is read on the connection that writes it`() throws {
    let database = try Database(path: ":memory:", readers: 4)
    try database.migrate(["CREATE TABLE number (n INTEGER PRIMARY KEY) STRICT"])
    try database.insert(1)
    #expect(try database.numbers == [1])
  }

  @Test func `a log that has grown is emptied, whoever reads`() throws {
    let folder = try TemporaryFolder()
    let database = try open(folder)
    try database.write(locking: []) { try $0.script("CREATE TABLE bulk (b BLOB)") }
    let reader = try Connection(path: folder.database, readOnly: false, busyTimeout: 0)
    var longest = 0
    for number in 0..<768 {
      // Somebody always reads, and never for long.
      if number % 8 == 0 {
        _ = try? reader.execute("COMMIT")
        try reader.execute("BEGIN")
        _ = try reader.first("SELECT count(*) FROM bulk") { $0.int(0) }
      }
      if number % 256 == 254 { try reader.execute("COMMIT") }
      try database.write(locking: []) { connection in
        try connection.execute("INSERT INTO bulk VALUES (zeroblob(90000))")
        try connection.execute("DELETE FROM bulk")
      }
      var status = stat()
      if stat(folder.database + "-wal", &status) == 0 {
        longest = max(longest, Int(status.st_size))
      }
    }
    #expect(longest > 16 << 20)
    #expect(longest < 48 << 20)
  }

  @Test func `a log that grew beside who stayed gives its room back with the next writes`() throws {
    let folder = try TemporaryFolder()
    let database = try open(folder)
    try database.write(locking: []) { try $0.script("CREATE TABLE bulk (b BLOB)") }
    let reader = try Connection(path: folder.database, readOnly: false, busyTimeout: 0)
    try reader.execute("BEGIN")
    _ = try reader.first("SELECT count(*) FROM bulk") { $0.int(0) }
    // Fewer than make the database look at its log by itself.
    for _ in 0..<20 {
      try database.write(locking: []) { connection in
        try connection.execute("INSERT INTO bulk VALUES (zeroblob(1000000))")
        try connection.execute("DELETE FROM bulk")
      }
    }
    func bytes() -> Int {
      var status = stat()
      return stat(folder.database + "-wal", &status) == 0 ? Int(status.st_size) : 0
    }
    #expect(bytes() > 16 << 20 && database.hasLongLog)
    try reader.execute("COMMIT")
    for number in 0..<3 { try database.insert(Int64(number)) }
    #expect(bytes() <= 16 << 20 && !database.hasLongLog)
    #expect(try database.numbers == [0, 1, 2])
  }
}
