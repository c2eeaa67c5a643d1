/// A zip written byte by byte, so that it can lie about anything (PKWARE's APPNOTE.TXT, 4.3).
struct RawZip {
  struct Entry {
    var name: String
    var bytes: [UInt8] = []
    /// What the headers say about the size; the truth when nothing else is said.
    var claimedSize: UInt32?
    /// Unix mode in the upper half: `0o120777` is a symbolic link.
    var mode: UInt32 = 0o100644
    /// 0 stored, 8 deflated.
    var method: UInt16 = 0
    /// Of what is unpacked; that of the bytes when nothing else is said.
    var unpackedSize: Int?
    var checksum: UInt32?
    /// Encrypts the bytes as PKZIP 2 did, which many programs still do.
    var password: String?
  }

  var entries: [Entry]

  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let name = Array(entry.name.utf8)
      let size = entry.claimedSize ?? UInt32(entry.unpackedSize ?? entry.bytes.count)
      let checksum = entry.checksum ?? RawZip.crc32(entry.bytes)
      let data =
        entry.password.map { OldEncryption.encrypt(entry.bytes, $0, checksum) } ?? entry.bytes
      let flags: UInt32 = entry.password == nil ? 0x0800 : 0x0801
      let common =
        little(20, 2) + little(flags, 2) + little(UInt32(entry.method), 2) + little(0, 4)
        + little(checksum, 4)
        + little(UInt32(data.count), 4) + little(size, 4)
        + little(UInt32(name.count), 2) + little(0, 2)
      directory +=
        little(0x0201_4B50, 4) + little(0x0314, 2) + common + little(0, 2) + little(0, 2)
        + little(0, 2) + little(entry.mode << 16, 4) + little(UInt32(file.count), 4) + name
      file += little(0x0403_4B50, 4) + common + name + data
    }
    let count = little(UInt32(entries.count), 2)
    return file + directory + little(0x0605_4B50, 4) + little(0, 4) + count + count
      + little(UInt32(directory.count), 4) + little(UInt32(file.count), 4) + little(0, 2)
  }

  private func little(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes { crc = step(crc, byte) }
    return ~crc
  }

  fileprivate static func step(_ crc: UInt32, _ byte: UInt8) -> UInt32 {
    var crc = crc ^ UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    return crc
  }
}

/// PKZIP's own stream cipher (APPNOTE.TXT, 6.1): easily broken, but found in old files.
private struct OldEncryption {
  private var keys: (UInt32, UInt32, UInt32) = (0x1234_5678, 0x2345_6789, 0x3456_7890)

  static func encrypt(_ bytes: [UInt8], _ password: String, _ checksum: UInt32) -> [UInt8] {
    var cipher = OldEncryption()
    for byte in password.utf8 { cipher.update(byte) }
    let header = [UInt8](repeating: 0x42, count: 11) + [UInt8(checksum >> 24)]
    return (header + bytes).map { cipher.encrypt($0) }
  }

  private mutating func encrypt(_ byte: UInt8) -> UInt8 {
    let mask = (keys.2 & 0xFFFF) | 2
    defer { update(byte) }
    return byte ^ UInt8(truncatingIfNeeded: (mask &* (mask ^ 1)) >> 8)
  }

  private mutating func update(_ byte: UInt8) {
    keys.0 = RawZip.step(keys.0, byte)
    keys.1 = (keys.1 &+ (keys.0 & 0xFF)) &* 134_775_813 &+ 1
    keys.2 = RawZip.step(keys.2, UInt8(keys.1 >> 24))
  }
}
