import Glibc

/// A pipe through which one thread wakes another; several rings before it looks are one.
final class Wakeup: Sendable {
  let reading: Int32
  private let writing: Int32

  init() throws(StartFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw StartFailure("no pipe: \(String(cString: strerror(errno)))")
    }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    reading = ends[0]
    writing = ends[1]
  }

  /// Never waits, so that a handler of signals may call it.
  func ring() {
    var byte: UInt8 = 1
    // A pipe that is full wakes just as well.
    _ = write(writing, &byte, 1)
  }

  func wait() {
    var polled = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    while poll(&polled, 1, -1) < 1 {}
    drain()
  }

  func drain() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(reading, &bytes, bytes.count) > 0 {}
  }
}

/// Seconds of a clock that nobody sets.
enum Elapsed {
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
