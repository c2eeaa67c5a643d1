/// Numbers out of bytes, the most significant byte first; `nil` where they end too early.
struct ByteReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number(_ count: Int) -> Int? {
    bytes(count).map { $0.reduce(0) { $0 << 8 | Int($1) } }
  }

  mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func remainder() -> [UInt8] {
    defer { rest = [] }
    return Array(rest)
  }
}

extension [UInt8] {
  /// The most significant byte first.
  mutating func append(_ number: Int, bytes count: Int) {
    for place in (0..<count).reversed() { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }
}
