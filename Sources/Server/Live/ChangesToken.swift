import Contract
import FoundationEssentials
import Loyalty

/// What a client knows: eight bytes for each resource, two of its name and six of its contents.
///
/// A token that makes no sense, or one of another version, is as good as none.
struct ChangesToken {
  private var known: Set<UInt64> = []

  init() {}

  init(_ text: String) {
    let standard = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    let bytes = Array(Data(base64Encoded: standard + padding) ?? Data())
    guard text.utf8.count <= Changes.longestToken, bytes.count.isMultiple(of: 8) else { return }
    for start in stride(from: 0, to: bytes.count, by: 8) {
      known.insert(bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) })
    }
  }

  mutating func add(_ resource: Resource, _ revision: [UInt8]) {
    known.insert(ChangesToken.digest(resource, revision))
  }

  func contains(_ resource: Resource, _ revision: [UInt8]) -> Bool {
    known.contains(ChangesToken.digest(resource, revision))
  }

  /// Whether the client has any state of this resource.
  func knows(_ resource: Resource) -> Bool {
    let prefix = ChangesToken.digest(resource, []) >> 48
    return known.contains { $0 >> 48 == prefix }
  }

  var text: String {
    let bytes = known.sorted().flatMap { digest in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: digest >> $0) }
    }
    return Data(bytes).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  private static func digest(_ resource: Resource, _ revision: [UInt8]) -> UInt64 {
    fnv(Array(resource.rawValue.utf8)) << 48 | fnv(revision) & 0xFFFF_FFFF_FFFF
  }

  /// FNV-1a of 64 bits (Fowler, Noll, Vo), which tells versions apart and protects nothing.
  private static func fnv(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}
