import App
import Contract
import Loyalty

extension TextMessage {
  /// Reads what the demo server prints for each SMS: `{"sms":{"to":…,"text":…,"code":…,
  /// "challenge_id":…}}`.
  init?(serverLine line: String) {
    struct Line: Codable, Equatable, Sendable {
      struct Message: Codable, Equatable, Sendable {
        var text: String
        var code: String
        var challengeID: CodeChallenge.ID
      }

      var sms: Message
    }
    // NB: the server may print other lines; what is no message is not shown.
    guard let message = try? Wire.decode(Line.self, from: Array(line.utf8)).sms else { return nil }
    self.init(
      text: message.text, code: message.code, challenge: .init(message.challengeID.rawValue))
  }
}

/// What the demo server prints after it was told to travel: `{"travel":{"clock":…}}`, or why it has
/// not.
struct TravelAnswer: Equatable, Sendable {
  var refusal: String?

  init?(serverLine line: String) {
    struct Line: Codable, Equatable, Sendable {
      struct Answer: Codable, Equatable, Sendable {
        var refusal: String?
      }

      var travel: Answer
    }
    guard line.hasPrefix("{\"travel\"") else { return nil }
    // NB: a line that begins so and goes on otherwise is none that the server prints.
    guard let answer = try? Wire.decode(Line.self, from: Array(line.utf8)).travel else {
      return nil
    }
    refusal = answer.refusal
  }
}
