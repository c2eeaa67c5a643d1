/// An amount in minor units of its currency; never a float.
public struct Money: Codable, Hashable, Sendable {
  public var amount: Int64
  /// ISO 4217.
  public var currency: String

  public init(amount: Int64, currency: String) {
    self.amount = amount
    self.currency = currency
  }
}
