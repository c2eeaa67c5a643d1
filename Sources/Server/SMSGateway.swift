public import Contract
public import Loyalty

/// The way to members' phones.
public protocol SMSGateway: Sendable {
  func send(_ message: CodeMessage, to phone: PhoneNumber)
}

/// A text message with a one-time code.
public struct CodeMessage: Hashable, Sendable {
  public var text: String
  public var code: String
  /// Which login the code is for; a code for another one is good for nothing.
  public var challenge: CodeChallenge.ID
}
