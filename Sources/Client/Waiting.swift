import Synchronization

/// Does something on the other thread while this one waits for it.
public func waiting<Result: Sendable>(
  for work: @escaping @Sendable () async -> Result
) -> Result {
  let box = Box<Result>()
  let bell = Bell()
  Task.detached(executorPreference: BackgroundExecutor.shared) {
    let result = await work()
    box.result.withLock { $0 = result }
    bell.ring()
  }
  while true {
    bell.wait(until: nil)
    if let result = box.result.withLock(\.self) { return result }
  }
}

private final class Box<Result: Sendable>: Sendable {
  let result = Mutex<Result?>(nil)
}
