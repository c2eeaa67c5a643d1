/// How many streams of events one instance holds.
public struct StreamLimits: Hashable, Sendable {
  /// Of all; one costs about 21 KB.
  public var total: Int
  /// Of those, streams of nobody in particular: they are told little, and cost as much.
  public var guests: Int

  /// Of one member; one more ends that member's oldest.
  static let ofMember = 4

  public init(total: Int = 2048, guests: Int? = nil) {
    self.total = total
    self.guests = min(guests ?? max(1, total / 8), total)
  }
}
