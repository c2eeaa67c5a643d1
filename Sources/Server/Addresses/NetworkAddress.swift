public import Contract
import Glibc

/// An address of IPv4 or IPv6, without a port.
///
/// IPv4 that comes as IPv6 (`::ffff:192.0.2.1`) is IPv4: one host is one address, whatever the
/// socket listens on.
public struct NetworkAddress: Hashable, Sendable {
  /// 4 or 16, in the order of the network.
  let bytes: [UInt8]

  /// - Parameter bytes: 4 or 16 of them, in the order of the network.
  public init?(bytes: [UInt8]) {
    switch bytes.count {
    case 4: self.bytes = bytes
    case 16:
      let isMapped = bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
      self.bytes = isMapped ? Array(bytes.suffix(4)) : bytes
    default: return nil
    }
  }

  /// Reads `192.0.2.1` or `2001:db8::1`, nothing else.
  public init?(_ text: Substring) {
    guard (2...NetworkAddress.longestText).contains(text.utf8.count), !text.utf8.contains(0) else {
      return nil
    }
    let isIPv6 = text.utf8.contains(UInt8(ascii: ":"))
    var bytes = [UInt8](repeating: 0, count: isIPv6 ? 16 : 4)
    guard inet_pton(isIPv6 ? AF_INET6 : AF_INET, String(text), &bytes) == 1 else { return nil }
    self.init(bytes: bytes)
  }

  /// Reads an entry of `X-Forwarded-For`: an address, in brackets or not, with a port or without.
  init?(forwarded entry: Substring) {
    guard entry.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    var host = entry
    var port: Substring?
    if entry.first == "[" {
      guard let end = entry.firstIndex(of: "]") else { return nil }
      host = entry[entry.index(after: entry.startIndex)..<end]
      let rest = entry[entry.index(after: end)...]
      guard rest.isEmpty || rest.first == ":", host.utf8.contains(UInt8(ascii: ":")) else {
        return nil
      }
      port = rest.isEmpty ? nil : rest.dropFirst()
    } else if let colon = entry.firstIndex(of: ":"), entry.lastIndex(of: ":") == colon {
      host = entry[..<colon]
      port = entry[entry.index(after: colon)...]
    }
    if let port {
      guard (1...5).contains(port.utf8.count),
        port.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
      else { return nil }
    }
    self.init(host)
  }

  var isIPv6: Bool { bytes.count == 16 }

  /// What limits count by: a household has a /64 of IPv6, and any address in it for the asking.
  public var client: ClientAddress {
    guard isIPv6 else {
      return ClientAddress(key: bytes.map { String($0) }.joined(separator: "."))
    }
    let groups = stride(from: 0, to: 8, by: 2).map {
      String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16)
    }
    return ClientAddress(key: groups.joined(separator: ":") + "::/64")
  }

  /// Of `0000:0000:0000:0000:0000:ffff:255.255.255.255`.
  private static let longestText = 45
}
