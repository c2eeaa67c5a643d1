public import Loyalty

/// A short word at the edge of the screen; errors stay until they are dismissed.
public struct Toast: Equatable, Sendable {
  public var text: String
  public var isError: Bool
  /// `nil` stays.
  public var until: Instant?

  /// Seconds that a word which is not an error stays.
  static let seconds: Int64 = 4
}
