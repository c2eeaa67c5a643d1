import CPictures
import CProcesses
import Glibc
import Loyalty
import Pictures

/// The process that decodes one picture: a request on its standard input, an answer on its standard
/// output, and nothing else of the machine.
public enum PictureChild {
  /// The argument that `loyalhub` is started with for it.
  public static let verb = "decode-picture"

  /// Of what a picture may cost.
  enum Limit {
    static let processorSeconds: UInt32 = 2
    static let megabytes: UInt32 = 256
    /// Seconds after which it ends whatever it does.
    static let patience: UInt32 = 20
  }

  /// - Returns: the exit status.
  public static func run() -> Int32 {
    guard cp_confine(Limit.processorSeconds, Limit.megabytes, Limit.patience),
      let request = readRequest()
    else { return 1 }
    let answer: [UInt8]
    do throws(PictureProblem) {
      let drawing = try Drawing(request)
      guard cp_close_files() else { return 1 }
      answer = try drawing.answer()
    } catch {
      answer = bytes(of: error)
    }
    return process_write(STDOUT_FILENO, answer, answer.count) ? 0 : 1
  }

  /// Reads the request, and nothing after it.
  ///
  /// - Returns: `nil` when it is none.
  private static func readRequest() -> PictureRequest? {
    guard let head = read(RequestWire.headCount),
      let (request, count) = RequestWire.head(head), count <= Picture.Limit.cardBytes,
      let bytes = read(count)
    else { return nil }
    var whole = request
    whole.bytes = bytes
    return whole
  }

  private static func bytes(of problem: PictureProblem) -> [UInt8] {
    switch problem {
    case .noLibrary(let package): AnswerWire.bytes(.noLibrary, Array(package.utf8))
    case .unreadable(let words): AnswerWire.bytes(.unreadable, Array(words.utf8))
    case .fault, .noPlace, .tooSlow, .ended, .nonsense, .notStarted:
      // All but the sign between two sides is ASCII, and nothing else is believed.
      AnswerWire.bytes(
        .unreadable,
        problem.description.unicodeScalars.map { UInt8(ascii: $0.isASCII ? $0 : "x") })
    }
  }

  /// Reads so many bytes; `nil` when there are fewer.
  private static func read(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return process_read(STDIN_FILENO, &bytes, count) ? bytes : nil
  }
}
