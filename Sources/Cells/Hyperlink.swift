/// A place of the text that leads out of the app; the terminal opens it.
public struct Hyperlink: Hashable, Codable, Sendable {
  /// An address of `https`, `http`, `tel` or `mailto`, of printable ASCII alone.
  public let target: String
  public var bounds: Rect

  /// Addresses that are longer are not written: VTE passes over what is above 2083 bytes.
  private static let longest = 2000
  private static let schemes = ["https:", "http:", "tel:", "mailto:"]

  /// `nil` for what a terminal should not be given to open.
  public init?(to target: String, bounds: Rect) {
    let scheme = target.prefix { $0 != ":" }.lowercased() + ":"
    guard Self.schemes.contains(scheme), target.utf8.count <= Self.longest, !bounds.isEmpty,
      target.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    self.target = target
    self.bounds = bounds
  }
}
