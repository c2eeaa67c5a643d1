import ArgumentParser
import Contract
import Glibc
import Loyalty
import Server

/// Where one-time codes go, as there is no real gateway.
enum TextMessages: String, ExpressibleByArgument, CaseIterable, SMSGateway {
  /// A line of JSON on standard output, for the demo and for tests.
  case stdout
  /// A line on standard error, for the operator.
  case log
  /// Nowhere: whoever reads a log must not be able to log in as others.
  case none

  /// What an operator is told whose members wait for codes that never come.
  static let advice =
    "one-time codes go nowhere, so nobody can log in: `--sms log` writes them into this log, "
    + "`--sms stdout` as lines of JSON to standard output"

  func send(_ message: CodeMessage, to phone: PhoneNumber) {
    switch self {
    case .stdout:
      let message = Message(
        to: phone, text: message.text, code: message.code, challengeID: message.challenge)
      Lines.output.write(String(decoding: Wire.encode(["sms": message]), as: UTF8.self)) { code in
        guard code != 0 else { return }
        let words = "standard output: \(String(cString: strerror(code)))"
        Lines.error.write("loyalhub-server: \(words); an SMS is lost")
      }
    case .log:
      Lines.error.write("loyalhub-server: SMS to \(phone.masked): \(message.text)")
    case .none: break
    }
  }

  private struct Message: Encodable {
    var to: PhoneNumber
    var text: String
    var code: String
    var challengeID: CodeChallenge.ID
  }
}
