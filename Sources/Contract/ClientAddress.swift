/// Who is asking, as far as the network tells: what limits count by.
///
/// A Unix socket and a call inside of the process have none.
public struct ClientAddress: Hashable, Sendable {
  /// IPv4, or the /64 of an IPv6 address, as text.
  public let key: String

  public init(key: String) {
    self.key = key
  }
}
