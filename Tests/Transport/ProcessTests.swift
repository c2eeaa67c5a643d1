import Contract
import Foundation
import HTTPTypes
import Testing
import Transport

/// What the transport does to its process; each runs in a process of its own.
@Suite struct ProcessTests {
  @Test func `neither library nor thread exists before the first request`() async {
    await #expect(processExitsWith: .success) {
      Proc.speak()
      let transport = CurlTransport(address: .unixSocket(path: "/nowhere"))
      let (isLoaded, thread) = (try Proc.hasLoaded("libcurl"), try Proc.thread(named: "curl"))
      #expect(!isLoaded)
      #expect(thread == nil)
      _ = try? await transport.send(Request(target: "/"))
      // NB: else the transport, and the thread with it, may end after its last use.
      let (isLoadedNow, threadNow) = try withExtendedLifetime(transport) {
        (try Proc.hasLoaded("libcurl"), try Proc.thread(named: "curl"))
      }
      #expect(isLoadedNow)
      #expect(threadNow != nil)
      Proc.leave()
    }
  }

  @Test func `the thread takes no signal, so that a broken pipe cannot kill`() async {
    await #expect(processExitsWith: .success) {
      Proc.speak()
      let transport = CurlTransport(address: .unixSocket(path: "/nowhere"))
      _ = try? await transport.send(Request(target: "/"))
      let blocked = try withExtendedLifetime(transport) {
        try Proc.blockedSignals(of: #require(try Proc.thread(named: "curl")))
      }
      for signal in [SIGPIPE, SIGTERM, SIGINT, SIGHUP, SIGWINCH, SIGCHLD, SIGTSTP] {
        #expect(blocked & (1 << UInt64(signal - 1)) != 0, "signal \(signal)")
      }
      #expect(blocked & (1 << UInt64(SIGSEGV - 1)) == 0)
      Proc.leave()
    }
  }

  @Test func `a child process inherits no connection`() async {
    await #expect(processExitsWith: .success) {
      Proc.speak()
      // NB: what this process was born with is another test's.
      let inherited = try Proc.connections()
      try await serveBadly { _ in
        .response(Response(status: .ok))
      } _: { transport in
        _ = try await transport.send(Request(target: "/"))
        // The listener and both ends; libcurl's wake-up pair is no connection.
        let connections = try Proc.connections().subtracting(inherited)
        #expect(connections.count == 3)
        for descriptor in connections {
          #expect(fcntl(descriptor, F_GETFD) & FD_CLOEXEC != 0, "descriptor \(descriptor)")
        }
      }
      Proc.leave()
    }
  }

  @Test func `no proxy sees what stays on this machine`() async {
    await #expect(processExitsWith: .success) {
      Proc.speak()
      for name in ["http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"] {
        setenv(name, "http://127.0.0.1:1", 1)
      }
      for wiring in [Wiring.tcp, .unixSocket] {
        try await wiring.serve { _ in
          Response(status: .noContent)
        } _: { transport in
          let response = try await transport.send(Request(target: "/"))
          #expect(response.status == .noContent)
        }
      }
      Proc.leave()
    }
  }

  @Test func `the thread ends with its transport`() async {
    await #expect(processExitsWith: .success) {
      Proc.speak()
      do {
        let transport = CurlTransport(address: .unixSocket(path: "/nowhere"))
        _ = try? await transport.send(Request(target: "/"))
      }
      let end = ContinuousClock.now.advanced(by: .seconds(60))
      while try Proc.thread(named: "curl") != nil, ContinuousClock.now < end { sched_yield() }
      let thread = try Proc.thread(named: "curl")
      #expect(thread == nil)
      Proc.leave()
    }
  }
}

/// What the kernel says about this process.
enum Proc {
  /// Lets what such a process says as it dies be read where the tests are.
  static func speak() {
    let parent = open("/proc/\(getppid())/fd/2", O_WRONLY | O_APPEND | O_CLOEXEC)
    guard parent >= 0 else { return }
    dup2(parent, STDERR_FILENO)
    close(parent)
  }

  /// Ends the process of a test that was made for it.
  ///
  /// NB: at the end of its body it would call `exit`, and what libraries have asked for then (OpenSSL
  /// cleans up) runs beside the threads of the transport and of the bare server.
  static func leave() -> Never { _exit(EXIT_SUCCESS) }

  static func hasLoaded(_ library: String) throws -> Bool {
    try text("maps").contains("/\(library)")
  }

  static func thread(named name: String) throws -> String? {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").first { thread in
      // A thread may end while the list is read.
      (try? text("task/\(thread)/comm")) == name + "\n"
    }
  }

  static func blockedSignals(of thread: String) throws -> UInt64 {
    let status = try text("task/\(thread)/status")
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("SigBlk:") })
    return try #require(UInt64(line.dropFirst(7).trimmingCharacters(in: .whitespaces), radix: 16))
  }

  /// TCP sockets.
  static func connections() throws -> Set<Int32> {
    let names = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    return Set(
      names.compactMap { Int32($0) }.filter { descriptor in
        var family: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &family, &size) == 0
          && family == AF_INET
      })
  }

  /// NB: Foundation takes only the first page of files without a size.
  private static func text(_ name: String) throws -> String {
    let descriptor = open("/proc/self/" + name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw POSIXError(.ENOENT) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      guard count >= 0 else { throw POSIXError(.EIO) }
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }
}
