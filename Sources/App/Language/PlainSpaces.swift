extension String {
  /// With a plain space for each no-break space: what is read aloud, and what flows look for.
  var withPlainSpaces: String {
    let lead: UInt8 = 0xC2
    guard utf8.contains(lead) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for byte in utf8 {
      // In UTF-8 it is C2 A0, and no other sign has these two bytes in this order.
      if byte == 0xA0, bytes.last == lead {
        bytes[bytes.count - 1] = 0x20
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
