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

  func send(_ message: CodeMessage, to phone: PhoneNumber) {
    switch self {
    case .stdout:
      let message = Message(
        to: phone, text: message.text, code: message.code, challengeID: message.challenge)
      let line = Line(String(decoding: Wire.encode(["sms": message]), as: UTF8.self))
      let code = line.write(to: STDOUT_FILENO)
      guard code != 0 else { return }
      let words = "standard output: \(String(cString: strerror(code)))"
      Line("loyalhub-server: \(words); an SMS is lost").write(to: STDERR_FILENO)
    case .log:
      Line("loyalhub-server: SMS to \(phone.masked): \(message.text)").write(to: STDERR_FILENO)
    }
  }

  private struct Message: Encodable {
    var to: PhoneNumber
    var text: String
    var code: String
    var challengeID: CodeChallenge.ID
  }
}
