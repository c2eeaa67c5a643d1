import Glibc

/// Lines of text from a descriptor that it owns.
struct LineReader: ~Copyable {
  private let descriptor: CInt
  private var buffer: [UInt8] = []

  init(_ descriptor: CInt) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// The next line without its end; `nil` at the end of the file.
  mutating func next() -> String? {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeSubrange(...end)
        return line
      }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      buffer += chunk[..<count]
    }
  }

  /// Reads the rest on a thread of its own until the other end closes.
  consuming func readInBackground(_ deliver: @escaping @Sendable (String) -> Void) {
    let work = Work(reader: self, deliver: deliver)
    let context = Unmanaged.passRetained(work).toOpaque()
    var thread = pthread_t()
    let result = pthread_create(&thread, nil, readLines, context)
    guard result == 0 else {
      Unmanaged<Work>.fromOpaque(context).release()
      return
    }
    pthread_detach(thread)
  }

  fileprivate final class Work {
    var reader: LineReader
    let deliver: @Sendable (String) -> Void

    init(reader: consuming LineReader, deliver: @escaping @Sendable (String) -> Void) {
      self.reader = reader
      self.deliver = deliver
    }
  }
}

private func readLines(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  // Signals are for the thread that has the terminal.
  var all = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_BLOCK, &all, nil)
  let work = Unmanaged<LineReader.Work>.fromOpaque(context).takeRetainedValue()
  while let line = work.reader.next() { work.deliver(line) }
  return nil
}
