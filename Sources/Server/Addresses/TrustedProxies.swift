public import HTTPTypes

/// The proxies whose word on where a request came from is taken.
///
/// NB: whatever stands in `X-Forwarded-For` to the left of what they wrote is the client's own
/// invention. So it is read from the right, and only as far as it is known who wrote it.
public struct TrustedProxies: Sendable {
  private let blocks: [AddressBlock]

  /// More hops than any request takes.
  private static let mostHops = 32

  public init(_ blocks: [AddressBlock]) {
    self.blocks = blocks
  }

  public func contains(_ address: NetworkAddress) -> Bool {
    blocks.contains { $0.contains(address) }
  }

  /// Where a request came from: the last hop that is no proxy of ours, or else the farthest proxy
  /// of ours that is known by its address.
  public func origin(of fields: HTTPFields, from peer: NetworkAddress) -> NetworkAddress {
    guard contains(peer), let name = TrustedProxies.forwardedFor else { return peer }
    var origin = peer
    var hops = 0
    for value in fields[values: name].reversed() {
      // NB: by bytes: there are letters that make one character with the comma behind them.
      let entries = value.utf8.split(separator: UInt8(ascii: ","))
      for entry in entries.reversed() {
        let text = TrustedProxies.trimmed(entry)
        guard !text.isEmpty else { continue }
        hops += 1
        guard hops <= TrustedProxies.mostHops, let hop = NetworkAddress(forwarded: text) else {
          return origin
        }
        origin = hop
        guard contains(hop) else { return origin }
      }
    }
    return origin
  }

  private static let forwardedFor = HTTPField.Name("X-Forwarded-For")

  private static func trimmed(_ text: Substring.UTF8View) -> Substring {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var text = text.drop(while: isSpace)
    while let last = text.last, isSpace(last) { text.removeLast() }
    return Substring(text)
  }
}
