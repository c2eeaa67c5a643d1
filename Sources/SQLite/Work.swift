import Synchronization

/// What a database was asked to do, counted over all its connections: it tells what something costs
/// whatever the machine does beside it.
public final class Work: Sendable {
  private let statementCount = Atomic<Int>(0)
  private let stepCount = Atomic<Int>(0)

  /// Statements that were run.
  public var statements: Int { statementCount.load(ordering: .relaxed) }

  /// Steps of SQLite's virtual machine, those of triggers and of foreign keys included
  /// (https://sqlite.org/c3ref/c_stmtstatus_counter.html).
  public var steps: Int { stepCount.load(ordering: .relaxed) }

  func add(steps: Int) {
    statementCount.wrappingAdd(1, ordering: .relaxed)
    stepCount.wrappingAdd(steps, ordering: .relaxed)
  }
}
