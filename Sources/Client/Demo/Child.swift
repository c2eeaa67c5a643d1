import CProcesses
@preconcurrency import Glibc

/// A child process with pipes on its standard input and output.
public struct Child: Sendable {
  let process: pid_t
  /// Our end of its standard input.
  public let input: CInt
  /// Our end of its standard output, for whoever reads it to close; a `LineReader` does.
  public let output: CInt

  /// Starts a program; it inherits nothing but the two pipes, and writes its errors to a file,
  /// or where this process does.
  public static func spawn(
    _ arguments: [String], errors: String?
  ) throws(DemoServer.Failure) -> Child {
    let input = try makePipe()
    let output = try makePipe()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input.read, 0)
    posix_spawn_file_actions_adddup2(&actions, output.write, 1)
    if let errors {
      posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    // A group of its own: Control-C in our terminal is not for the server.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

    var argv = arguments.map { strdup($0) } + [nil]
    defer { for argument in argv { free(argument) } }
    var process = pid_t()
    let result = posix_spawn(&process, arguments[0], &actions, &attributes, &argv, environ)
    close(input.read)
    close(output.write)
    guard result == 0 else {
      close(input.write)
      close(output.read)
      throw DemoServer.Failure(
        description: "cannot start \(arguments[0]): \(String(cString: strerror(result)))")
    }
    return Child(process: process, input: input.write, output: output.read)
  }

  /// Closes its standard input and waits until it is gone.
  ///
  /// - Returns: whether it says that all went well.
  @discardableResult
  public func finish() -> Bool { waitForEnd() == 0 }

  /// Asks it to end now; it is not waited for.
  public func terminate() { kill(process, SIGTERM) }

  /// The same, in words: what ended it.
  public func ending() -> String {
    let status = waitForEnd()
    let signal = status & 0x7F
    return signal == 0
      ? "it ended with status \((status >> 8) & 0xFF)"
      : "it was ended by signal \(signal) (\(String(cString: strsignal(signal))))"
  }

  private func waitForEnd() -> CInt {
    close(input)
    var status: CInt = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }

  private static func makePipe() throws(DemoServer.Failure) -> (read: CInt, write: CInt) {
    var ends: [CInt] = [0, 0]
    let code = process_pipe(&ends)
    guard code == 0 else {
      throw DemoServer.Failure(description: "no pipe: \(String(cString: strerror(code)))")
    }
    return (ends[0], ends[1])
  }
}
