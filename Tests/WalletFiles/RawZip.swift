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
  }

  var entries: [Entry]

  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let name = Array(entry.name.utf8)
      let size = entry.claimedSize ?? UInt32(entry.unpackedSize ?? entry.bytes.count)
      let common =
        little(20, 2) + little(0x0800, 2) + little(UInt32(entry.method), 2) + little(0, 4)
        + little(entry.checksum ?? RawZip.crc32(entry.bytes), 4)
        + little(UInt32(entry.bytes.count), 4) + little(size, 4)
        + little(UInt32(name.count), 2) + little(0, 2)
      directory +=
        little(0x0201_4B50, 4) + little(0x0314, 2) + common + little(0, 2) + little(0, 2)
        + little(0, 2) + little(entry.mode << 16, 4) + little(UInt32(file.count), 4) + name
      file += little(0x0403_4B50, 4) + common + name + entry.bytes
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
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
