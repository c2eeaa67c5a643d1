import Contract
import Loyalty
import Server

/// What a demo tells its server on standard input, one line each: `travel` and milliseconds by which
/// the calendar is moved, `pass` and milliseconds that pass for the machine too, `mark` and a number
/// that the open streams are told once they know all that is new.
///
/// The answer is a line of JSON on standard output: `{"travel":{"clock":…}}` or
/// `{"travel":{"refusal":…}}`. Other lines are passed over.
enum ParentOrder {
  private struct Answer: Encodable {
    var clock: String?
    var refusal: String?
  }

  static func obey(_ line: String, _ server: LoyaltyServer) {
    let words = line.split(separator: " ")
    guard words.count == 2, let number = Int64(words[1]) else { return }
    var answer = Answer()
    do {
      switch words[0] {
      case "travel": answer.clock = try server.travel(milliseconds: number).rfc3339
      case "pass": answer.clock = try server.pass(milliseconds: number).rfc3339
      case "mark":
        server.mark(number)
        answer.clock = server.now.rfc3339
      default: return
      }
    } catch {
      answer.refusal = "\(error)"
    }
    Lines.output.write(String(decoding: Wire.encode(["travel": answer]), as: UTF8.self))
  }
}
