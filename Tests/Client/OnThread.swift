import Foundation
import TestSupport

/// All clients of this process share one background thread, and each waits for it: a few at a time
/// keep it as busy as all at once, and none waits behind a hundred others.
private let turnstile = Turnstile(places: 3)

/// Runs what waits for the app on a thread of its own, so that the server's tasks find theirs free.
func onThread(_ body: @escaping @Sendable () throws -> Void) async throws {
  await turnstile.enter()
  defer { turnstile.leave() }
  let outcome = await withCheckedContinuation { done in
    let thread = Thread { done.resume(returning: Result(catching: body)) }
    thread.stackSize = 8 << 20
    thread.start()
  }
  try outcome.get()
}
