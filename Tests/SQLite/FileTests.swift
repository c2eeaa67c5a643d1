import Glibc
import SQLite
import Testing

struct FileTests {
  @Test func `a checkpoint empties the log, unless somebody reads`() throws {
    let folder = try TemporaryFolder()
    let database = try folder.openNumbers(busyTimeout: 0)
    let reader = try folder.openNumbers()
    try reader.read { connection in
      _ = try connection.first("SELECT count(*) FROM number") { $0.int(0) }
      try database.insert(1)
      #expect(try !database.checkpoint())
      #expect(size(folder.database + "-wal") > 0)
    }
    #expect(try database.checkpoint())
    #expect(size(folder.database + "-wal") == 0)
    #expect(try reader.numbers == [1])
  }

  @Test func `a database that is closed leaves no log, and refuses what comes later`() throws {
    let folder = try TemporaryFolder()
    let database = try folder.openNumbers()
    try database.insert(1)
    #expect(size(folder.database + "-wal") > 0)
    database.close()
    #expect(access(folder.database + "-wal", F_OK) != 0)
    #expect(access(folder.database + "-shm", F_OK) != 0)
    #expect(throws: DatabaseError.self) { try database.insert(2) }
    #expect(try folder.openNumbers().numbers == [1])
  }

  @Test func `a database that nobody changes is read without a file beside it`() throws {
    let folder = try TemporaryFolder()
    try folder.openNumbers().insert(1)
    for name in ["a b", "ж?#%", "plain"] {
      let path = folder.path + "/\(name)"
      try overwrite(path, with: try contents(of: folder.database))
      #expect(try Database(immutable: path).numbers == [1])
      #expect(access(path + "-shm", F_OK) != 0)
    }
  }

  @Test(arguments: [true, false])
  func `what is deleted is in the file no more, if that was asked for`(isSecure: Bool) throws {
    let folder = try TemporaryFolder()
    let word = "Анна-of-the-test"
    try fill(folder, word, isSecure)
    #expect(try contains(folder, word))
    try empty(folder, isSecure)
    #expect(try contains(folder, word) == !isSecure)
  }

  @Test func `a read-only database refuses to write, and is not made`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: DatabaseError.self) { try Database(path: folder.database, readOnly: true) }
    #expect(access(folder.database, F_OK) != 0)
    let writer = try folder.openNumbers()
    try writer.insert(1)
    let reader = try Database(path: folder.database, readOnly: true)
    #expect(try reader.numbers == [1])
    let error = #expect(throws: DatabaseError.self) { try reader.insert(2) }
    #expect(error?.isReadOnly == true)
    #expect(try writer.numbers == [1])
  }

  @Test func `garbage is recognised, and left as it is`() throws {
    let folder = try TemporaryFolder()
    let garbage = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try overwrite(folder.database, with: garbage)
    let error = #expect(throws: DatabaseError.self) { try folder.open() }
    #expect(error?.isCorrupt == true)
    #expect(try contents(of: folder.database) == garbage)
  }

  @Test func `a path with a NUL does not open another file`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: DatabaseError.self) { try Database(path: folder.database + "\0.other") }
    #expect(access(folder.database, F_OK) != 0)
  }

  private func fill(_ folder: TemporaryFolder, _ word: String, _ isSecure: Bool) throws {
    try Database(path: folder.database, secureDelete: isSecure).transaction { connection in
      try connection.script("CREATE TABLE word (w TEXT) STRICT")
      try connection.execute("INSERT INTO word VALUES (?)", [.text(word)])
    }
  }

  private func empty(_ folder: TemporaryFolder, _ isSecure: Bool) throws {
    let database = try Database(path: folder.database, secureDelete: isSecure)
    try database.transaction { _ = try $0.execute("DELETE FROM word WHERE w <> ''") }
    #expect(try database.checkpoint())
  }

  private func contains(_ folder: TemporaryFolder, _ word: String) throws -> Bool {
    let bytes = try contents(of: folder.database)
    let wanted = Array(word.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: wanted) }
  }

  private func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : -1
  }
}
