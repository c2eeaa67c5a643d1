/// Addresses that begin alike, as `10.0.0.0/8` or `2001:db8::/32`; one alone is a block too.
public struct AddressBlock: Hashable, Sendable {
  private let address: NetworkAddress
  /// Bits that are alike, at least 1: a block of all addresses would name nobody.
  private let prefix: Int

  /// - Returns: `nil` when the text names no block.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let address = NetworkAddress(first) else { return nil }
    let width = address.bytes.count * 8
    // The bits of IPv4 that is written as IPv6 are counted from the beginning of IPv6.
    let isMapped = !address.isIPv6 && first.utf8.contains(UInt8(ascii: ":"))
    var prefix = width
    if parts.count == 2 {
      let digits = parts[1].utf8
      guard (1...3).contains(digits.count),
        digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
        let bits = Int(parts[1])
      else { return nil }
      prefix = isMapped ? bits - 96 : bits
    }
    guard (1...width).contains(prefix) else { return nil }
    self.address = address
    self.prefix = prefix
  }

  func contains(_ other: NetworkAddress) -> Bool {
    guard other.isIPv6 == address.isIPv6 else { return false }
    let whole = prefix / 8
    guard address.bytes.prefix(whole) == other.bytes.prefix(whole) else { return false }
    let rest = prefix % 8
    guard rest > 0 else { return true }
    return (address.bytes[whole] ^ other.bytes[whole]) >> (8 - rest) == 0
  }
}
