/// By which ways a member wants to hear of one category; the inbox holds it in any case.
public struct Preference: Codable, Hashable, Sendable {
  public var category: Notification.Category
  public var title: LocalizedText
  public var push: Bool
  public var email: Bool
  public var sms: Bool

  public init(
    category: Notification.Category, title: LocalizedText, push: Bool, email: Bool, sms: Bool
  ) {
    self.category = category
    self.title = title
    self.push = push
    self.email = email
    self.sms = sms
  }

  /// A way to a member that can be switched.
  public enum Channel: String, Codable, Hashable, Sendable, CaseIterable {
    case push
    case email
    case sms
  }

  public subscript(channel: Channel) -> Bool {
    get {
      switch channel {
      case .push: push
      case .email: email
      case .sms: sms
      }
    }
    set {
      switch channel {
      case .push: push = newValue
      case .email: email = newValue
      case .sms: sms = newValue
      }
    }
  }

  /// One switch as the member set it.
  public struct Change: Codable, Hashable, Sendable {
    public var category: Notification.Category
    public var channel: Channel
    public var isEnabled: Bool

    public init(category: Notification.Category, channel: Channel, isEnabled: Bool) {
      self.category = category
      self.channel = channel
      self.isEnabled = isEnabled
    }

    enum CodingKeys: String, CodingKey {
      case category
      case channel
      case isEnabled = "is_enabled"
    }
  }
}
