/// How many colours a terminal has.
public enum ColorDepth: Int, Hashable, Sendable, Comparable, CaseIterable {
  case mono
  case palette8
  case palette16
  case palette256
  case trueColor

  /// - Parameter colors: what the terminal's description says, 0 or less for none.
  public init(colors: Int) {
    self =
      switch colors {
      case ..<8: .mono
      case ..<16: .palette8
      case ..<256: .palette16
      case ..<(1 << 24): .palette256
      default: .trueColor
      }
  }

  public static func < (one: ColorDepth, other: ColorDepth) -> Bool {
    one.rawValue < other.rawValue
  }
}
