/// The members of a URL's query, percent-encoded as RFC 3986 asks.
struct Query {
  private(set) var items: [(name: String, value: String)] = []

  init() {}

  /// - Parameter value: `nil` says nothing.
  init(_ name: String, _ value: String?) {
    if let value { append(name, value) }
  }

  /// `nil` when an escape is broken or does not spell UTF-8.
  init?(_ text: some StringProtocol) {
    for part in text.split(separator: "&") {
      let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = unescaped(pieces[0]),
        let value = unescaped(pieces.count == 2 ? pieces[1] : "")
      else { return nil }
      items.append((name, value))
    }
  }

  /// The first of that name.
  subscript(name: String) -> String? {
    items.first { $0.name == name }?.value
  }

  mutating func append(_ name: String, _ value: String) {
    items.append((name, value))
  }

  /// With its `?`, empty when there is nothing to say.
  var text: String {
    items.isEmpty
      ? "" : "?" + items.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
  }
}

private let hexadecimal = Array("0123456789ABCDEF".utf8)

func escaped(_ text: String) -> String {
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
    default:
      bytes += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

func unescaped(_ text: some StringProtocol) -> String? {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
      continue
    }
    guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
    else { return nil }
    bytes.append(high << 4 | low)
  }
  return String(validating: bytes, as: UTF8.self)
}

private func digit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x37
  case 0x61...0x66: byte - 0x57
  default: nil
  }
}
