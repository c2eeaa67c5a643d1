import SQLite
import TestSupport
import Testing

struct ConcurrencyTests {
  @Test func `the data version changes when another connection has written`() throws {
    let folder = try TemporaryFolder()
    let (one, other) = (try folder.openNumbers(), try folder.openNumbers())
    let before = try one.dataVersion()
    try one.insert(1)
    #expect(try one.dataVersion() == before)
    #expect(try other.numbers == [1])
    #expect(try one.dataVersion() == before)
    try other.insert(2)
    let after = try one.dataVersion()
    #expect(after != before)
    #expect(try one.dataVersion() == after)
  }

  @Test func `a read is one view, whatever is written meanwhile`() throws {
    let folder = try TemporaryFolder()
    let (reader, writer) = (try folder.openNumbers(), try folder.openNumbers())
    try writer.insert(1)
    try reader.read { connection in
      let count = "SELECT count(*) FROM number"
      #expect(try connection.first(count) { $0.int(0) } == 1)
      try writer.insert(2)
      #expect(try connection.first(count) { $0.int(0) } == 1)
      #expect(try writer.numbers == [1, 2])
    }
    #expect(try reader.numbers == [1, 2])
  }

  @Test func `nobody sees half a transaction`() throws {
    let folder = try TemporaryFolder()
    let (reader, writer) = (try folder.openNumbers(), try folder.openNumbers())
    try writer.transaction { connection in
      try connection.insert(1)
      #expect(try reader.numbers.isEmpty)
      try connection.insert(2)
    }
    #expect(try reader.numbers == [1, 2])
  }

  @Test func `a second writer is told that the first is busy, and can try again`() throws {
    let folder = try TemporaryFolder()
    let one = try folder.openNumbers()
    let other = try folder.openNumbers(busyTimeout: 0)
    try one.transaction { connection in
      try connection.insert(1)
      let error = #expect(throws: DatabaseError.self) { try other.insert(2) }
      #expect(error?.isBusy == true)
    }
    try other.insert(2)
    #expect(try one.numbers == [1, 2])
  }

  @Test func `a view that is out of date cannot be written to`() throws {
    let folder = try TemporaryFolder()
    let (one, other) = (try folder.openNumbers(), try folder.openNumbers())
    let error = #expect(throws: DatabaseError.self) {
      try one.read { connection in
        _ = try connection.first("SELECT count(*) FROM number") { $0.int(0) }
        try other.insert(1)
        try connection.insert(2)
      }
    }
    #expect(error?.isBusy == true)
    #expect(try one.numbers == [1])
  }

  @Test func `twenty threads on two connections lose no count`() throws {
    let folder = try TemporaryFolder()
    let databases = [try folder.openNumbers(), try folder.openNumbers()]
    try databases[0].insert(0)
    try onThreads(20) { index in
      for _ in 0..<25 {
        try databases[index % 2].transaction { connection in
          let number = try connection.first("SELECT n FROM number") { $0.int(0) } ?? 0
          try connection.execute("UPDATE number SET n = ?", [.integer(number + 1)])
        }
        try check(databases[(index + 1) % 2].numbers.count == 1)
      }
    }
    #expect(try databases[0].numbers == [500])
  }
}
