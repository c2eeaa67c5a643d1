import Glibc

/// How much of what could be tried a run tries.
///
/// Sweeps take a bounded sample of their cases; `Tests/run long` (`LOYALHUB_LONG=1`) takes all.
public enum Effort {
  public static let isLong = getenv("LOYALHUB_LONG") != nil

  /// The count of a bounded run, or of a long one.
  public static func count(_ bounded: Int, long: Int) -> Int { isLong ? long : bounded }

  /// Every `step`th of what there is, begun at an offset, so that cases beside each other take
  /// different ones; all of it in a long run.
  public static func sample<Case>(_ all: [Case], every step: Int, from offset: Int) -> [Case] {
    guard !isLong else { return all }
    return all.enumerated().filter { ($0.offset + offset) % step == 0 }.map(\.element)
  }
}

/// Seconds of the processor that this thread takes for a body: a loaded machine does not count.
public func processorSeconds(_ body: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  try body()
  return now() - start
}
