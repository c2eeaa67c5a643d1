/// A version as the product counts them: `Major.Minor.Patch`.
public struct Version: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// How the program works.
  public let major: Int
  /// Functions and sections.
  public let minor: Int
  /// Corrections.
  public let patch: Int

  /// This program's own, client and server alike.
  public static let current = Version(0, 1, 0)

  public init(_ major: Int, _ minor: Int, _ patch: Int) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// Reads exactly three numbers of at most nine digits, without leading zeros.
  public init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part -> Int? in
      guard part.count <= 9, part.count == 1 || part.first != UInt8(ascii: "0") else { return nil }
      return number(Array(part)[...])
    }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    self.init(numbers[0], numbers[1], numbers[2])
  }

  public static func < (left: Version, right: Version) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }

  public var description: String {
    "\(major).\(minor).\(patch)"
  }
}
