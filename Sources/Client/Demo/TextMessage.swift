import App
import Contract
import Loyalty

extension TextMessage {
  /// Reads what the demo server prints for each SMS: `{"sms":{"to":…,"text":…,"code":…,
  /// "challenge_id":…}}`.
  init?(serverLine line: String) {
    struct Line: Codable, Hashable, Sendable {
      struct Message: Codable, Hashable, Sendable {
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
