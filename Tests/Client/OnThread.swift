import Foundation

/// Runs what waits for the app on a thread of its own, so that the server's tasks find theirs free.
func onThread(_ body: @escaping @Sendable () throws -> Void) async throws {
  let outcome = await withCheckedContinuation { done in
    let thread = Thread { done.resume(returning: Result(catching: body)) }
    thread.stackSize = 8 << 20
    thread.start()
  }
  try outcome.get()
}
