import Glibc

/// The process that holds the other end of standard input.
enum Parent {
  /// Leaves as if told by SIGTERM when the parent closes the pipe or dies.
  static func watch() {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    pthread_create(&thread, &attributes, { _ in Parent.waitForEnd() }, nil)
  }

  private static func waitForEnd() -> UnsafeMutableRawPointer? {
    var bytes = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(STDIN_FILENO, &bytes, bytes.count)
      if count > 0 || (count < 0 && errno == EINTR) { continue }
      kill(getpid(), SIGTERM)
      return nil
    }
  }
}
