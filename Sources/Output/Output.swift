@preconcurrency import Glibc
import Synchronization

/// What a program prints on standard output.
///
/// A write that fails is remembered, nothing is written after it, and `end` tells of it: a script
/// must not take half a list for a whole one.
public enum Output {
  /// `errno` of the first write that failed; 0 while all is well.
  private static let code = Atomic<Int32>(0)

  /// To be called before anything is opened.
  ///
  /// Whoever started us may have closed the standard descriptors: without something in their place
  /// the next file that is opened would take what is printed. What is written there fails as before.
  public static func begin() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is this one.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
    // NB: handlers that do nothing, so that the write fails; programs that we start do not inherit
    // them, as they would inherit `SIG_IGN`.
    for number in [SIGPIPE, SIGXFSZ] { signal(number) { _ in } }
  }

  /// Whether nobody reads any more what is printed, or it cannot be written.
  public static var isBroken: Bool { code.load(ordering: .relaxed) != 0 }

  /// Writes at once, without a buffer.
  public static func print(_ text: String = "", terminator: String = "\n") {
    guard !isBroken else { return }
    let bytes = Array(text.utf8) + Array(terminator.utf8)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EAGAIN {
        var descriptor = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        _ = poll(&descriptor, 1, -1)
      } else if count == 0 || errno != EINTR {
        return code.store(count == 0 ? ENOSPC : errno, ordering: .relaxed)
      }
    }
  }

  /// Columns of the terminal that shows what is printed; `nil` where none does.
  public static var terminalWidth: Int? {
    var window = winsize()
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 && window.ws_col > 0
    return isKnown ? Int(window.ws_col) : 80
  }

  /// All that was printed is written when this says so; nothing can be printed any more.
  ///
  /// When whoever read it has gone, the process ends as by SIGPIPE, without a word.
  ///
  /// - Parameter status: with what the program would end if all were well.
  /// - Returns: with what it has to end.
  public static func end(_ program: String, status: Int32) -> Int32 {
    // A file system may tell only now that it has no room.
    if close(STDOUT_FILENO) != 0, !isBroken { code.store(errno, ordering: .relaxed) }
    let code = code.load(ordering: .relaxed)
    guard code != 0 else { return status }
    if code == EPIPE { endByPipe() }
    fputs("\(program): standard output: \(String(cString: strerror(code)))\n", stderr)
    return status == 0 ? 1 : status
  }

  private static func endByPipe() {
    signal(SIGPIPE, SIG_DFL)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(SIGPIPE)
  }
}
