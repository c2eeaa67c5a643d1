import Glibc
import Synchronization
import TestSupport
import Testing

@testable import SQLite

/// What a thread asks for inside of its own transaction.
struct UnitTests {
  @Test func `what is asked for inside of a transaction is a part of it`() throws {
    let database = try TemporaryFolder().openNumbers()
    #expect(throws: Sabotage()) {
      try database.write(locking: []) { _ in
        try database.insert(1)
        try database.write(locking: []) { _ in try database.insert(2) }
        #expect(try database.numbers == [1, 2])
        throw Sabotage()
      }
    }
    #expect(try database.numbers.isEmpty)
  }

  @Test func `a part that throws is taken back alone`() throws {
    let database = try TemporaryFolder().openNumbers()
    try database.write(locking: []) { _ in
      try database.insert(1)
      #expect(throws: Sabotage()) {
        try database.write(locking: []) { connection in
          try connection.insert(2)
          try database.insert(3)
          throw Sabotage()
        }
      }
      try database.insert(4)
    }
    #expect(try database.numbers == [1, 4])
  }

  @Test func `whoever reads and wants to write has to begin again`() throws {
    let database = try TemporaryFolder().openNumbers()
    #expect(throws: NeedsToWrite()) {
      try database.read { _ in
        #expect(try database.numbers.isEmpty)
        try database.insert(1)
      }
    }
    try database.insert(2)
    #expect(try database.numbers == [2])
  }

  @Test func `what leaves the database waits for the end of it all`() throws {
    let database = try TemporaryFolder().openNumbers()
    let said = Said()
    try database.write(locking: []) { _ in
      try database.write(locking: []) { connection in connection.afterCommit { said.add(1) } }
      #expect(throws: Sabotage()) {
        try database.write(locking: []) { connection in
          connection.afterCommit { said.add(2) }
          throw Sabotage()
        }
      }
      #expect(said.all.isEmpty)
    }
    #expect(said.all == [1])
  }

  @Test func `what is done after a commit may write again`() throws {
    let database = try TemporaryFolder().openNumbers()
    try database.write(locking: []) { connection in
      // NB: a failure shows in the numbers.
      connection.afterCommit { try? database.insert(1) }
    }
    #expect(try database.numbers == [1])
  }

  @Test func `each thread has a transaction of its own`() throws {
    let database = try TemporaryFolder().openNumbers()
    try onThreads(8) { index in
      for number in 0..<20 {
        try database.write(locking: []) { _ in
          let before = try database.numbers.count
          try database.insert(Int64(index * 20 + number))
          try check(database.numbers.count == before + 1)
        }
      }
    }
    #expect(try database.numbers == Array(0..<160))
  }

  @Test func `what is made once in a transaction is made again in the next`() throws {
    let database = try TemporaryFolder().openNumbers()
    let made = Said()
    for round in 1...2 {
      try database.read { connection in
        for _ in 0..<3 {
          #expect(
            connection.once("it") {
              made.add(round)
              return round
            } == round)
        }
      }
    }
    #expect(made.all == [1, 2])
  }
}

/// Numbers that were said, in their order.
private final class Said: Sendable {
  private let numbers = Mutex<[Int]>([])

  var all: [Int] { numbers.withLock(\.self) }

  func add(_ number: Int) {
    numbers.withLock { $0.append(number) }
  }
}
