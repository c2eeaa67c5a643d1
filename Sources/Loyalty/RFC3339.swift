extension Instant {
  /// Reads an RFC 3339 instant with any offset; a fraction is cut to milliseconds.
  public init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = number(bytes[11..<13]), hour < 24, let minute = number(bytes[14..<16]),
      minute < 60, let second = number(bytes[17..<19]), second <= 60
    else { return nil }
    var index = 19
    var milliseconds = 0
    if bytes[index] == UInt8(ascii: ".") {
      let start = index + 1
      index = start
      while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
      guard index > start, index < bytes.count else { return nil }
      let digits = Array(bytes[start..<min(start + 3, index)])
      milliseconds = (number(digits[...]) ?? 0) * [100, 10, 1][digits.count - 1]
    }
    guard let offset = Instant.offset(bytes[index...]) else { return nil }
    let seconds =
      day.daysSince1970 * 86_400 + Int64(hour * 3600 + minute * 60 + second) - Int64(offset)
    self.init(rawValue: seconds * 1000 + Int64(milliseconds))
  }

  /// The instant in UTC with milliseconds.
  public var rfc3339: String {
    let days = rawValue >= 0 ? rawValue / 86_400_000 : -((-rawValue + 86_399_999) / 86_400_000)
    let rest = Int(rawValue - days * 86_400_000)
    let time = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { padded($0, 2) }
    return "\(Day(daysSince1970: days))T\(time.joined(separator: ":")).\(padded(rest % 1000, 3))Z"
  }

  /// Seconds east of UTC that `Z` or `±hh:mm` stands for.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    let zone = Array(bytes)
    if zone == [UInt8(ascii: "Z")] || zone == [UInt8(ascii: "z")] { return 0 }
    guard zone.count == 6, zone[3] == UInt8(ascii: ":"),
      zone[0] == UInt8(ascii: "+") || zone[0] == UInt8(ascii: "-"),
      let hours = number(zone[1..<3]), hours < 24, let minutes = number(zone[4..<6]), minutes < 60
    else { return nil }
    return (zone[0] == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
