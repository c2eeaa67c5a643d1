import CJavaScript
import CProcesses
import Glibc

/// The process that runs the scripts of a flow: scripts on its standard input, what came of them on
/// its standard output, and nothing else of the machine.
///
/// It ends with its input.
public enum ScriptChild {
  /// The argument that `loyalhub` is started with for it.
  public static let verb = "run-scripts"

  enum Limit {
    /// Of what scripts may add to the memory of the process.
    static let megabytes: UInt32 = 192
    /// Of one script; whoever asks is to end it sooner.
    static let processorSeconds: UInt32 = 8
  }

  /// - Returns: the exit status.
  public static func run() -> Int32 {
    guard cj_prepare(), let start = read(2) else { return 1 }
    var error = [CChar](repeating: 0, count: 256)
    let shared = Array(start[1].utf16)
    guard let machine = cj_open(start[0], shared, shared.count, &error, error.count) else {
      let words = error.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      return write([String(decoding: words, as: UTF8.self)]) ? 0 : 1
    }
    guard cj_confine(Limit.megabytes), write([]) else { return 1 }
    let prelude = Array(ScriptWorld.prelude.utf16)
    while let script = read(4) {
      guard let line = Int32(script[0]), cj_allow_seconds(Limit.processorSeconds) else { return 1 }
      let given = Array(script[1].utf16)
      let source = Array(script[2].utf16)
      let file = Array(script[3].utf16)
      var count = 0
      let answer = cj_run(
        machine, prelude, prelude.count, given, given.count, source, source.count, file, file.count,
        line, &count)
      let text = answer.map { units in
        String(decoding: UnsafeBufferPointer(start: units, count: count), as: UTF16.self)
      }
      guard write(text.map { [$0] } ?? []) else { return 1 }
    }
    return 0
  }

  /// - Returns: the parts of a message; `nil` at the end, or when it is none.
  private static func read(_ count: Int) -> [String]? {
    guard let length = readBytes(4).flatMap(ScriptWire.length), let body = readBytes(length) else {
      return nil
    }
    return ScriptWire.parts(count, of: body)
  }

  /// Reads so many bytes; `nil` when there are fewer.
  private static func readBytes(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return process_read(STDIN_FILENO, &bytes, count) ? bytes : nil
  }

  private static func write(_ parts: [String]) -> Bool {
    let message = ScriptWire.message(parts)
    return process_write(STDOUT_FILENO, message, message.count)
  }
}
