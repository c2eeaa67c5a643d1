public import Loyalty

/// The way to members' phones.
public protocol SMSGateway: Sendable {
  func send(_ text: String, code: String, to phone: PhoneNumber)
}
