import App
import LocalStore
import Loyalty
import Testing

@testable import Client

struct LocalTroubleTests {
  @Test func `what the disk refuses is told by its kind, whatever room it came through`() {
    let problem = StorageProblem("/home/anna/store.sqlite", .full)
    for error in [problem, LocalStoreError(problem), AccountError(problem)] as [any Error] {
      #expect(Trouble(local: error) == .storage(problem))
    }
    #expect(Trouble(local: AccountError("another")) == .local(.other))
  }
}
