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
    guard cj_prepare(), let start = read(), start.count == 2 else { return 1 }
    var error = [CChar](repeating: 0, count: 256)
    let shared = Array(start[1].utf16)
    guard let machine = cj_open(start[0], shared, shared.count, &error, error.count) else {
      let words = error.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      return write([String(decoding: words, as: UTF8.self)]) ? 0 : 1
    }
    guard cj_confine(Limit.megabytes), write([]) else { return 1 }
    while let script = read() {
      guard let line = script.first.flatMap({ Int32($0) }), cj_allow_seconds(Limit.processorSeconds)
      else { return 1 }
      switch script.count {
      case 3 where fits(script[1], in: script[2], from: line, machine):
        guard write([""]) else { return 1 }
      case 3:
        // It cannot be run, and that is said.
        guard answer(script[1], in: script[2], from: line, given: nothing, machine) else {
          return 1
        }
      case 4:
        let given = script[1]
        guard answer(script[2], in: script[3], from: line, given: given, machine) else { return 1 }
      default: return 1
      }
    }
    return 0
  }

  private static let prelude = Array(ScriptWorld.prelude.utf16)
  /// What a script is given that is not run.
  private static let nothing = #"{"now":0,"variables":{}}"#

  private static func fits(
    _ source: String, in file: String, from line: Int32, _ machine: OpaquePointer
  ) -> Bool {
    let source = Array(source.utf16)
    let file = Array(file.utf16)
    return cj_fits(machine, source, source.count, file, file.count, line)
  }

  /// Runs a script and says what came of it.
  private static func answer(
    _ source: String, in file: String, from line: Int32, given: String, _ machine: OpaquePointer
  ) -> Bool {
    let source = Array(source.utf16)
    let file = Array(file.utf16)
    let given = Array(given.utf16)
    var count = 0
    let answer = cj_run(
      machine, prelude, prelude.count, given, given.count, source, source.count, file, file.count,
      line, &count)
    let text = answer.map { units in
      String(decoding: UnsafeBufferPointer(start: units, count: count), as: UTF16.self)
    }
    return write(text.map { [$0] } ?? [])
  }

  /// - Returns: the parts of a message; `nil` at the end, or when it is none.
  private static func read() -> [String]? {
    guard let length = readBytes(4).flatMap(ScriptWire.length), let body = readBytes(length) else {
      return nil
    }
    return ScriptWire.parts(of: body)
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
