import Contract
import Loyalty
import Server

/// What a demo tells its server on standard input, one line each: `travel` and milliseconds.
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
    guard words.count == 2, words[0] == "travel", let milliseconds = Int64(words[1]) else { return }
    var answer = Answer()
    do {
      answer.clock = try server.travel(milliseconds: milliseconds).rfc3339
    } catch {
      answer.refusal = "\(error)"
    }
    Lines.output.write(String(decoding: Wire.encode(["travel": answer]), as: UTF8.self))
  }
}
